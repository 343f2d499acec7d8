// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.split;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.split.Partition.Absence;
import org.junit.Test;

/** Parts of labelled images. */
public final class PartitionerTest {

    /** 20 of class 0, 10 of class 1. */
    private static final int[] LABELS = IntStream.range(0, 30).map(i -> i % 3 == 2 ? 1 : 0).toArray();

    private static final PartSizes SHARE = new PartSizes.Share(0.8);

    @Test
    public void givesEveryClassItsShareInBothParts() throws Exception {
        final var partition = Partitioner.byClass(LABELS, SHARE, 0, RunControl.none());

        assertArrayEquals(new int[]{24, 6}, partition.sizes());
        assertArrayEquals(new int[][]{{16, 4}, {8, 2}}, Counts.of(LABELS, partition.part(), 2));
        assertEquals(List.of(), partition.absences(LABELS));
    }

    @Test
    public void dealsFoldsThatDifferByOneImageAtMost() throws Exception {
        final int[] labels = Arrays.copyOf(LABELS, 28);

        final var partition = Partitioner.byClass(labels, new PartSizes.Folds(5), 0, RunControl.none());

        assertArrayEquals(new int[]{6, 6, 6, 5, 5}, partition.sizes());
        assertArrayEquals(partition.wanted(), partition.sizes());
        for (final int[] ofClass : Counts.of(labels, partition.part(), 5)) {
            assertTrue(Arrays.stream(ofClass).max().getAsInt() - Arrays.stream(ofClass).min().getAsInt() <= 1);
        }
    }

    @Test
    public void sameSeedSamePartsAndAnotherSeedOthers() throws Exception {
        final var parts = Partitioner.byClass(LABELS, SHARE, 3, RunControl.none()).part();

        assertArrayEquals(parts, Partitioner.byClass(LABELS, SHARE, 3, RunControl.none()).part());
        assertFalse(Arrays.equals(parts, Partitioner.byClass(LABELS, SHARE, 4, RunControl.none()).part()));
    }

    @Test
    public void leavesTheLabelsAsTheyAre() throws Exception {
        final int[] before = LABELS.clone();

        Partitioner.byClass(LABELS, SHARE, 0, RunControl.none());

        assertArrayEquals(before, LABELS);
    }

    @Test
    public void namesTheClassThatHasTooFewImages() throws Exception {
        final int[] labels = {0, 0, 0, 0, 1};
        final var partition = Partitioner.byClass(labels, new PartSizes.Images(1), 0, RunControl.none());

        final int present = partition.part()[4];
        assertTrue(partition.absences(labels).contains(new Absence(1, 1 - present)));
    }

    @Test
    public void keepsGroupsTogetherAndSharesNearlyRight() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            final var random = new Random(seed);
            final int[] labels = random.ints(200, 0, 3).toArray();
            final int[] groups = withoutGaps(random.ints(200, 0, 40).toArray());

            final var partition = Partitioner.byGroup(labels, groups, SHARE, seed, RunControl.none());

            assertEquals("seed " + seed, 160, partition.sizes()[0], 12);
            assertEquals("seed " + seed, List.of(), partition.absences(labels));
            final var partOfGroup = new int[40];
            Arrays.fill(partOfGroup, -1);
            for (int i = 0; i < groups.length; i++) {
                assertTrue("seed " + seed,
                    partOfGroup[groups[i]] == -1 || partOfGroup[groups[i]] == partition.part()[i]);
                partOfGroup[groups[i]] = partition.part()[i];
            }
        }
    }

    @Test
    public void foldsOfGroupsAreAllInUse() throws Exception {
        final int[] groups = {0, 0, 0, 0, 0, 0, 1, 2};

        final var partition = Partitioner.byGroup(new int[8], groups, new PartSizes.Folds(3), 0, RunControl.none());

        assertArrayEquals(new int[]{1, 1, 6}, Arrays.stream(partition.sizes()).sorted().toArray());
    }

    /** By sizes alone the single image of group 3 would stay with the large groups. */
    @Test
    public void bringsAClassIntoThePartThatLacksIt() throws Exception {
        final int[] labels = {0, 0, 0, 0, 0, 0, 1, 1};
        final int[] groups = {0, 0, 0, 1, 1, 1, 2, 3};

        final var partition = Partitioner.byGroup(labels, groups, new PartSizes.Share(0.5), 0, RunControl.none());

        assertEquals(List.of(), partition.absences(labels));
    }

    @Test
    public void equalGroupsAreDrawnBySeed() throws Exception {
        final int[] groups = IntStream.range(0, 30).map(i -> i / 2).toArray();
        final var parts = Partitioner.byGroup(LABELS, groups, SHARE, 1, RunControl.none()).part();

        assertArrayEquals(parts, Partitioner.byGroup(LABELS, groups, SHARE, 1, RunControl.none()).part());
        assertFalse(Arrays.equals(parts, Partitioner.byGroup(LABELS, groups, SHARE, 2, RunControl.none()).part()));
    }

    @Test
    public void refusesASingleImage() {
        final var problem = assertThrows(DataException.class,
            () -> Partitioner.byClass(new int[1], SHARE, 0, RunControl.none()));

        assertEquals("Input: there must be at least 2 images to part, but there is 1.", problem.getMessage());
    }

    @Test
    public void refusesMorePartsThanGroups() {
        final var problem = assertThrows(DataException.class,
            () -> Partitioner.byGroup(new int[5], new int[5], SHARE, 0, RunControl.none()));

        assertEquals("Input: there must be at least 2 groups for 2 parts, but there is 1.", problem.getMessage());
    }

    @Test
    public void refusesSizesThatDoNotFit() {
        assertEquals("\"First partition\" must be less than the 30 images of the input, but is 30.",
            assertThrows(SettingsException.class,
                () -> Partitioner.byClass(LABELS, new PartSizes.Images(30), 0, RunControl.none())).getMessage());
        assertEquals("\"Number of folds\" must be at most the 30 images of the input, but is 31.",
            assertThrows(SettingsException.class,
                () -> Partitioner.byClass(LABELS, new PartSizes.Folds(31), 0, RunControl.none())).getMessage());
        assertEquals("\"Number of folds\" must be at least 2, but is 1.",
            assertThrows(SettingsException.class, () -> new PartSizes.Folds(1)).getMessage());
        assertEquals("\"First partition\" must be a share above 0 and below 1, but is NaN.",
            assertThrows(SettingsException.class, () -> new PartSizes.Share(Double.NaN)).getMessage());
        assertEquals("\"First partition\" must be at least 1 image, but is 0.",
            assertThrows(SettingsException.class, () -> new PartSizes.Images(0)).getMessage());
    }

    @Test
    public void tinySharesStillFillBothParts() throws Exception {
        assertArrayEquals(new int[]{1, 29},
            Partitioner.byClass(LABELS, new PartSizes.Share(0.001), 0, RunControl.none()).sizes());
        assertArrayEquals(new int[]{29, 1},
            Partitioner.byClass(LABELS, new PartSizes.Share(0.999), 0, RunControl.none()).sizes());
    }

    @Test
    public void stopsWhenCanceled() {
        final RunControl canceled = new RunControl() {

            @Override
            public void progress(final double fraction, final String message) {
            }

            @Override
            public void checkCanceled() throws CanceledException {
                throw new CanceledException();
            }
        };

        assertThrows(CanceledException.class, () -> Partitioner.byClass(LABELS, SHARE, 0, canceled));
        assertThrows(CanceledException.class, () -> Partitioner.byGroup(LABELS, LABELS, SHARE, 0, canceled));
    }

    private static int[] withoutGaps(final int[] numbers) {
        final var known = Arrays.stream(numbers).distinct().sorted().toArray();
        return Arrays.stream(numbers).map(number -> Arrays.binarySearch(known, number)).toArray();
    }
}
