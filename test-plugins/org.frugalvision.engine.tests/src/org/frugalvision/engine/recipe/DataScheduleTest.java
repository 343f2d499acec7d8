// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.image.ImageSetBuilder;
import org.frugalvision.engine.image.ImageShape;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Part;
import org.junit.Test;

/** Part of the images in every epoch. */
public final class DataScheduleTest {

    private static DataSchedule of(final DataSchedule.Kind kind, final double increment, final int cuts,
        final double window, final Double... fractions) {
        return new DataSchedule(kind, List.of(fractions), increment, cuts, window, DataSchedule.First.RANDOM);
    }

    /** Images 0 to n - 1 of two classes in turn, in this order within each. */
    private static DataOrder order(final int images) {
        return DataOrder.of(IntStream.range(0, images).map(i -> i % 2).toArray(),
            IntStream.range(0, images).mapToDouble(i -> i).toArray());
    }

    private static int[] sizes(final DataSchedule schedule, final int images, final int epochs) {
        return IntStream.rangeClosed(1, epochs)
            .map(epoch -> schedule.images(epoch, epochs, order(images)).length).toArray();
    }

    @Test
    public void stepsOfWholeHalfAndQuarter() {
        assertArrayEquals(new int[]{8, 8, 4, 4, 2, 2},
            sizes(of(DataSchedule.Kind.STEP, 0.05, 2, 0.5, 1.0, 0.5, 0.25), 8, 6));
    }

    @Test
    public void sectionsThatDoNotDivideTheEpochsAreCutOff() {
        assertArrayEquals(new int[]{8, 8, 4, 4, 2},
            sizes(of(DataSchedule.Kind.STEP, 0.05, 2, 0.5, 1.0, 0.5, 0.25), 8, 5));
    }

    /** 10,500 of 20,000 images. */
    @Test
    public void anIncrementOfATwentiethTakesALittleMoreThanHalf() {
        final int[] sizes = sizes(of(DataSchedule.Kind.INCREMENT, 0.05, 2, 0.5, 1.0), 1000, 20);

        assertEquals(10_500, Arrays.stream(sizes).sum());
        assertEquals(50, sizes[0]);
        assertEquals(1000, sizes[19]);
    }

    @Test
    public void cutsAreEqualDisjointAndOfAllClasses() {
        final DataSchedule cut = of(DataSchedule.Kind.CUT, 0.05, 3, 0.5, 1.0);

        assertArrayEquals(new int[]{4, 3, 3, 4, 3, 3}, sizes(cut, 10, 6));
        final int[] all = IntStream.rangeClosed(1, 3).flatMap(epoch -> Arrays.stream(cut.images(epoch, 6, order(10))))
            .sorted().toArray();
        assertArrayEquals(IntStream.range(0, 10).toArray(), all);
        for (int epoch = 1; epoch <= 3; epoch++) {
            final long odd = Arrays.stream(cut.images(epoch, 6, order(10))).filter(i -> i % 2 == 1).count();
            assertTrue(odd >= 1 && odd <= 2);
        }
    }

    @Test
    public void theWindowMovesFromOneEndToTheOther() {
        final DataSchedule window = of(DataSchedule.Kind.WINDOW, 0.05, 2, 0.5, 1.0);

        assertArrayEquals(new int[]{0, 1, 2, 3}, window.images(1, 3, order(8)));
        assertArrayEquals(new int[]{2, 3, 4, 5}, window.images(2, 3, order(8)));
        assertArrayEquals(new int[]{4, 5, 6, 7}, window.images(3, 3, order(8)));
        assertArrayEquals(new int[]{0, 1, 2, 3}, window.images(1, 1, order(8)));
    }

    /** Six of class 0 and two of class 1: every beginning has both, and the large class three times as often. */
    @Test
    public void everyBeginningHasTheClassesInProportion() {
        final DataOrder order = DataOrder.of(new int[]{0, 0, 0, 0, 0, 0, 1, 1}, 0, 1, 2, 3, 4, 5, 0, 1);

        assertArrayEquals(new int[]{0, 6, 1, 2, 3, 7, 4, 5}, order.images());
        assertEquals("one of each class", 2,
            of(DataSchedule.Kind.STEP, 0.05, 2, 0.5, 0.01).images(1, 1, order).length);
    }

    /** Class 0 has the grey values 0, 100, 110: its mean is 70. */
    @Test
    public void easyImagesAreThoseNearTheMeanOfTheirClass() {
        final var builder = new ImageSetBuilder(new ImageShape(1, 1, 1), List.of("a", "b"));
        for (final int grey : new int[]{0, 100, 110, 200, 200, 203}) {
            builder.add("Row" + grey, new byte[]{(byte)grey}, grey < 150 ? 0 : 1);
        }
        final ImageSet images = builder.build();

        assertArrayEquals(new int[]{1, 2, 0, 3, 4, 5}, DataOrder.of(images, images.labels(),
            DataSchedule.First.EASY, Seeds.of(1).generator()).grouped());
        assertArrayEquals(new int[]{0, 2, 1, 5, 3, 4}, DataOrder.of(images, images.labels(),
            DataSchedule.First.HARD, Seeds.of(1).generator()).grouped());
    }

    /** The images come in the order of the epoch, in batches of the training's size. */
    @Test
    public void batchesAreFilledAnew() {
        final Part part = join(new DataSchedule(DataSchedule.Kind.CUT, List.of(1.0), 0.05, 2, 0.5,
            DataSchedule.First.RANDOM));
        final int[] shuffled = {9, 3, 1, 0, 2, 4, 8, 7, 6, 5, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16,
            15, 14, 13, 12, 11, 10};
        final List<int[]> first = part.epochStarts(1, Portions.of(shuffled, 4));
        final List<int[]> second = part.epochStarts(2, Portions.of(shuffled, 4));

        assertEquals(4, first.get(0).length);
        assertEquals(15, Portions.joined(first).length);
        assertArrayEquals(IntStream.range(0, 30).toArray(), IntStream.concat(Arrays.stream(Portions.joined(first)),
            Arrays.stream(Portions.joined(second))).sorted().toArray());
        final List<Integer> places = Arrays.stream(shuffled).boxed().toList();
        for (int i = 1; i < 15; i++) {
            assertTrue(places.indexOf(Portions.joined(first)[i - 1]) < places.indexOf(Portions.joined(first)[i]));
        }
    }

    private static Part join(final DataSchedule schedule) {
        return schedule.join(Starts.of(Networks.network(1), Networks.images(30, 1), 4, 4));
    }

    @Test
    public void refusesMoreCutsThanImages() {
        assertEquals("Training images: \"Data schedule\" makes 31 cuts, but there are only 30 images.",
            assertThrows(DataException.class, () -> join(of(DataSchedule.Kind.CUT, 0.05, 31, 0.5, 1.0)))
                .getMessage());
    }

    @Test
    public void refusesSchedulesThatLeaveNoImages() {
        assertRefused("\"Fractions\" must be greater than 0 and at most 1, but is 0.", 0.05, 2, 0.5, 1.0, 0.0);
        assertRefused("\"Fractions\" must hold at least one number, but is \"nothing\".", 0.05, 2, 0.5);
        assertRefused("\"Increment\" must be greater than 0 and at most 1, but is 0.", 0, 2, 0.5, 1.0);
        assertRefused("\"Cuts\" must be between 2 and 1,000, but is 1.", 0.05, 1, 0.5, 1.0);
        assertRefused("\"Window\" must be greater than 0 and at most 1, but is 0.", 0.05, 2, 0, 1.0);
    }

    private static void assertRefused(final String message, final double increment, final int cuts,
        final double window, final Double... fractions) {
        assertEquals(message, assertThrows(SettingsException.class,
            () -> of(DataSchedule.Kind.STEP, increment, cuts, window, fractions)).getMessage());
    }
}
