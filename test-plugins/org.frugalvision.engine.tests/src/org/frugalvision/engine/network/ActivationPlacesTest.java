// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.frugalvision.engine.image.ImageShape;
import org.junit.Test;

public final class ActivationPlacesTest {

    private static final Node CONVOLUTION =
        new Node("convolution", new Convolution(2, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT));

    private static final Node POOLING =
        new Node("pooling", new Pooling(Pooling.Kind.MAXIMUM, 2, 2, 0), List.of("convolution"));

    private static final Node SCORES = new Node("scores", new Dense(2, Activation.IDENTITY), List.of("pooling"));

    @Test
    public void anActivationMovesBehindTheMaximumPoolingThatFollows() {
        final var places = places(CONVOLUTION, POOLING, SCORES);

        assertEquals(Activation.IDENTITY, places.of(CONVOLUTION));
        assertEquals(Activation.RELU, places.of(POOLING));
    }

    @Test
    public void itStaysBeforeAMeanPooling() {
        final Node mean = new Node("pooling", new Pooling(Pooling.Kind.MEAN, 2, 2, 0), List.of("convolution"));
        final var places = places(CONVOLUTION, mean, SCORES);

        assertEquals(Activation.RELU, places.of(CONVOLUTION));
        assertEquals(Activation.IDENTITY, places.of(mean));
    }

    @Test
    public void itStaysWhereAnotherNodeReadsItsOutputToo() {
        final Node other = new Node("other", new Pooling(Pooling.Kind.MEAN, 2, 2, 0), List.of("convolution"));
        final Node sum = new Node("sum", new Addition(Activation.IDENTITY), List.of("pooling", "other"));
        final var places = places(CONVOLUTION, POOLING, other, sum,
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("sum")));

        assertEquals(Activation.RELU, places.of(CONVOLUTION));
        assertEquals(Activation.IDENTITY, places.of(POOLING));
    }

    private static ActivationPlaces places(final Node... nodes) {
        return new ActivationPlaces(new NetworkSpec(new ImageShape(1, 4, 4), List.of(nodes)));
    }
}
