// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.cost.CostEntry;
import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

/** What networks move. */
public final class TrafficTest {

    private static final Traffic DENSE = Traffic.of(new NetworkSpec(new ImageShape(800, 1, 1),
        List.of(new Node("scores", new Dense(500, Activation.IDENTITY), List.of(Node.INPUT)))));

    /** 400,000 multiply-adds of one image, 400,500 parameters, 800 values in and 500 out. */
    @Test
    public void aDenseLayerMovesMoreThanItComputes() {
        assertEquals(new Traffic(400_500, 1300, 400_000), DENSE);
        assertEquals(0.9955, intensity(DENSE), 5e-5);
    }

    @Test
    public void everyReaderOfALayerReadsItsOutput() {
        final NetworkSpec spec = new NetworkSpec(new ImageShape(3, 1, 1), List.of(
            new Node("one", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("two", new Dense(2, Activation.IDENTITY), List.of(Node.INPUT)),
            new Node("sum", new Addition(Activation.IDENTITY), List.of("one", "two")),
            new Node("scores", new Dense(5, Activation.IDENTITY), List.of("sum"))));

        assertEquals(2 * (3 + 2) + (2 * 2 + 2) + (2 + 5), Traffic.of(spec).activations());
    }

    /** 64 images are one batch, 65 are two. */
    @Test
    public void scoringReadsTheWeightsOnceForEachBatch() {
        assertEquals(4 * (64 * 1300 + 400_500), bytes(CostEntry.of("a", "A").withScoring(64, 64 * 400_000)));
        assertEquals(4 * (65 * 1300 + 2 * 400_500), bytes(CostEntry.of("a", "A").withScoring(65, 65 * 400_000)));
    }

    /** Forward once and backward twice, activations as often as the multiply-adds say, weights three times. */
    @Test
    public void anUpdateMovesEverythingThreeTimes() {
        assertEquals(4 * 3 * (10 * 1300 + 2 * 400_500),
            bytes(CostEntry.of("a", "A").withTraining(10, 2, 10 * 400_000, 20 * 400_000)));
    }

    @Test
    public void whatIsNoWorkOfTheNetworkMovesNothing() {
        assertEquals(0, bytes(CostEntry.of("a", "A").withLabels(7)));
    }

    /** LeNet-5: values that every layer reads and writes. */
    @Test
    public void smallConvolutionsComputeMoreThanTheyMove() {
        final Traffic lenet = Traffic.of(Architectures.create("lenet5").build(new ImageShape(1, 28, 28), 10));

        assertEquals(784 + 6 * 784 + 6 * 784 + 6 * 196 + 6 * 196 + 16 * 100 + 16 * 100 + 400 + 400 + 120 + 120 + 84
            + 84 + 10, lenet.activations());
        assertEquals(416_520.0 / (61_706 + lenet.activations()), intensity(lenet), 1e-12);
    }

    /** Multiply-adds per number moved for one image alone. */
    private static double intensity(final Traffic traffic) {
        return (double)traffic.multiplyAdds() / (traffic.parameters() + traffic.activations());
    }

    private static long bytes(final CostEntry work) {
        return DENSE.in(work).count(Quantity.BYTES_MOVED);
    }
}
