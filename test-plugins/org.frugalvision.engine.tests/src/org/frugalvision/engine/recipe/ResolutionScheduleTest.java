// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.cost.Quantity;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Activation;
import org.frugalvision.engine.network.Convolution;
import org.frugalvision.engine.network.Dense;
import org.frugalvision.engine.network.GlobalAveragePooling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkSpec;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.network.Node;
import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.Batch;
import org.frugalvision.engine.train.SilentMethod;
import org.frugalvision.engine.train.Passes;
import org.frugalvision.engine.train.Training;
import org.frugalvision.engine.train.TrainingSettings;
import org.junit.Test;

/** Training on shrunk images, by the numbers of its specification. */
public final class ResolutionScheduleTest {

    @Test
    public void shrinkingAConstantImageKeepsItsValue() {
        final Batch batch = Batches.of(new ImageShape(1, 4, 4), 4, 1, 0.1f, 0.2f, 0.3f, 0.4f).resized(2, 2);

        assertEquals(new ImageShape(1, 2, 2), batch.shape());
        for (int i = 0; i < 16; i++) {
            assertEquals(0.1f * (i / 4 + 1), batch.pixels()[i], 1e-6);
        }
    }

    @Test
    public void edgesAreRoundedDownAndNotBelowEight() {
        final var settings = new ResolutionSchedule(0.5, 1, 0, ResolutionSchedule.Unit.EPOCH);

        assertEquals(new ImageShape(3, 14, 16), settings.shrunk(new ImageShape(3, 29, 33)));
        assertEquals(new ImageShape(1, 8, 5), settings.shrunk(new ImageShape(1, 12, 5)));
    }

    /** Of four epochs two at half the edge: (2 x 784 + 2 x 196) / 4 / 784 = 0.625; nine of ten: 0.325. */
    @Test
    public void costFollowsTheArea() throws CanceledException {
        assertEquals(0.625, relativeCost(4, 2, 3), 1e-12);
        assertEquals(0.325, relativeCost(10, 1, 9), 1e-12);
    }

    /** Of the convolutions. */
    private static double relativeCost(final int epochs, final int firstHalf, final int lastHalf)
        throws CanceledException {
        final Network start = network();
        final long head = 4L * epochs * 4 * 2;
        final var settings = new TrainingSettings(epochs, 4, 0.01, 1, true, 2);
        final var plain = new Training(start, images(), settings).fit(RunControl.none()).cost();
        final var mixed = new Training(start, images(), settings).with(List.of(new Halves(firstHalf, lastHalf)))
            .fit(RunControl.none()).cost();

        assertEquals(2 * mixed.count(Quantity.FORWARD_MACS), mixed.count(Quantity.BACKWARD_MACS));
        return (double)(mixed.count(Quantity.FORWARD_MACS) - head) / (plain.count(Quantity.FORWARD_MACS) - head);
    }

    @Test
    public void lastEpochsAreAtFullSize() throws CanceledException {
        final List<Integer> edges = new ArrayList<>();
        new Training(network(), images(), new TrainingSettings(5, 4, 0.01, 1, true, 2))
            .with(List.of(new ResolutionSchedule(0.5, 1, 0.3, ResolutionSchedule.Unit.EPOCH), new SilentMethod() {

                @Override
                public Batch batchLoaded(final Batch batch, final Passes passes) {
                    edges.add(batch.shape().height());
                    return batch;
                }
            })).fit(RunControl.none());

        assertEquals(List.of(14, 14, 14, 28, 28), edges);
    }

    @Test
    public void sharesFollowTheProbability() throws CanceledException {
        int shrunk = 0;
        for (final var unit : ResolutionSchedule.Unit.values()) {
            final var part = new ResolutionSchedule(0.5, 0.25, 0, unit)
                .join(Starts.of(network(), images(), 1000, 4));
            for (int epoch = 1; epoch <= 1000; epoch++) {
                part.epochStarts(epoch, List.of(new int[]{0}));
                final Batch batch = part.batchLoaded(Batches.of(new ImageShape(1, 28, 28), 4, epoch, 0.5f), null);
                shrunk += batch.shape().height() == 14 ? 1 : 0;
            }
        }

        assertEquals(500, shrunk, 60);
    }

    @Test
    public void refusesNetworksOfOneSize() {
        assertEquals("Network: it takes images of 5 x 6 pixels, 2 channels only, but \"Resolution schedule\" trains it"
            + " on smaller ones, too.",
            assertThrows(DataException.class, () -> new Training(Networks.network(1), Networks.images(30, 1),
                new TrainingSettings(1, 4, 0.01, 1, true, 1)).with(List.of(ResolutionSchedule.DEFAULT))
                    .fit(RunControl.none())).getMessage());
    }

    @Test
    public void refusesNetworksThatDoNotTakeTheShrunkSize() {
        final Network large = Network.initialise(new NetworkSpec(new ImageShape(1, 28, 28), List.of(
            new Node("conv", new Convolution(4, 15, 1, 0, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("mean", new GlobalAveragePooling(), List.of("conv")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("mean")))), List.of("a", "b"), Seeds.of(1));

        assertEquals("Shrunk by \"Resolution schedule\": the image has 14 x 14 pixels, 1 channel, which is too small or "
            + "too large for the network (Node \"conv\" is not possible: a window of 15 x 15 does not fit into 14 rows or "
            + "columns).", assertThrows(DataException.class, () -> new Training(large, images(),
                new TrainingSettings(1, 4, 0.01, 1, true, 1)).with(List.of(ResolutionSchedule.DEFAULT))
                    .fit(RunControl.none())).getMessage());
    }

    /** Shrinks some epochs, one after the other. */
    private static final class Halves extends SilentMethod {

        private final int m_first;

        private final int m_last;

        private int m_epoch;

        Halves(final int first, final int last) {
            m_first = first;
            m_last = last;
        }

        @Override
        public List<int[]> epochStarts(final int epoch, final List<int[]> batches) {
            m_epoch = epoch;
            return batches;
        }

        @Override
        public Batch batchLoaded(final Batch batch, final Passes passes) {
            return m_epoch >= m_first && m_epoch <= m_last ? batch.resized(14, 14) : batch;
        }
    }

    private static Network network() {
        return Network.initialise(new NetworkSpec(new ImageShape(1, 28, 28), List.of(
            new Node("conv", new Convolution(4, 3, 1, 1, true, Activation.RELU), List.of(Node.INPUT)),
            new Node("mean", new GlobalAveragePooling(), List.of("conv")),
            new Node("scores", new Dense(2, Activation.IDENTITY), List.of("mean")))), List.of("a", "b"), Seeds.of(1));
    }

    private static ImageSet images() {
        final var builder = new ImageSetBuilder(new ImageShape(1, 28, 28), List.of("a", "b"));
        for (int i = 0; i < 4; i++) {
            final byte[] pixels = new byte[784];
            Arrays.fill(pixels, (byte)(60 * i));
            builder.add("Row" + i, pixels, i % 2);
        }
        final ImageSet images = builder.build();
        assertArrayEquals(new int[]{0, 1, 0, 1}, images.labels());
        return images;
    }
}
