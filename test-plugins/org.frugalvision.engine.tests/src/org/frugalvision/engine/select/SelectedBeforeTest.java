// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.junit.Test;

/** Methods that go on from images selected before. */
public final class SelectedBeforeTest {

    /** Points at 90 degrees to each other; the first is the most central. */
    private static final float[][] CORNERS = {{2, 2}, {9, 0}, {0, 9}};

    /** From 0 on a line: 9, then 5. */
    @Test
    public void kCenterGoesOn() throws CanceledException {
        final float[][] line = {{1, 0}, {5, 0}, {9, 0}};
        final Selection selection = select("k-center", line, new float[]{0, 0});

        assertArrayEquals(new int[]{2, 1, 0}, selection.indices());
        assertArrayEquals(new double[]{9, 4, 1}, selection.scores(), 1e-6);
    }

    /** Three groups of two; from that of the first two points one was selected before, so it comes last. */
    @Test
    public void typiClustTakesFromGroupsWithoutOneFirst() throws CanceledException {
        final float[][] points = {{0, 0}, {0, 1}, {90, 0}, {90, 1}, {0, 90}, {0, 91}};
        final Selection none = Selectors.create(Choice.of("typiclust")).select(answers(points).pool(), 3,
            Seeds.of(1).generator(), RunControl.none());
        final Selection beside = Selectors.create(Choice.of("typiclust")).select(
            answers(points, new float[]{0, 0.5f}).pool(), 2, Seeds.of(1).generator(), RunControl.none());

        assertEquals(Set.of(0, 2, 4), Arrays.stream(none.indices()).boxed().collect(Collectors.toSet()));
        assertEquals(Set.of(2, 4), Arrays.stream(beside.indices()).boxed().collect(Collectors.toSet()));
    }

    @Test
    public void coveredImagesComeLast() throws CanceledException {
        for (final String method : List.of("facility-location", "graph-cut", "log-determinant")) {
            assertEquals(method, 2, select(method, CORNERS, new float[]{9, 0}, new float[]{8, 1}).indices()[0]);
        }
    }

    /** The divergence of (0.7, 0.2, 0.1) from the others is 0.194635, 0.267196 and 0.299836. */
    @Test
    public void contextualDiversityGoesOn() throws CanceledException {
        final double[][] rows = {{0.4, 0.35, 0.25}, {0.5, 0.49, 0.01}, {0.34, 0.33, 0.33}};
        final Answers before = PoolFixture.labelled(new int[1]).put(Need.PROBABILITIES,
            run -> new double[][]{{0.7, 0.2, 0.1}});
        final Pool pool = PoolFixture.labelled(new int[3]).put(Need.PROBABILITIES, run -> rows)
            .put(Need.SELECTED, before.asOthers()).pool();
        final Selection selection =
            new ContextualDiversity().select(pool, 1, Seeds.of(1).generator(), RunControl.none());

        assertArrayEquals(new int[]{2}, selection.indices());
        assertEquals(0.299836, selection.scores()[0], 1e-6);
    }

    /** Beside the one image selected before, not beside each other. */
    @Test
    public void contrastsAreThoseToTheImagesSelectedBefore() throws CanceledException {
        final Answers before = PoolFixture.labelled(new int[1]).put(Need.VECTORS, run -> new float[][]{{0, 0}})
            .put(Need.PROBABILITIES, run -> new double[][]{{0.7, 0.2, 0.1}});
        final Pool pool = PoolFixture.labelled(new int[2]).put(Need.VECTORS, run -> new float[][]{{1, 0}, {2, 0}})
            .put(Need.PROBABILITIES, run -> new double[][]{{0.5, 0.49, 0.01}, {0.4, 0.35, 0.25}})
            .put(Need.SELECTED, before.asOthers()).pool();
        final Selection selection =
            new ContrastiveActiveLearning().select(pool, 2, Seeds.of(1).generator(), RunControl.none());

        assertArrayEquals(new int[]{0, 1}, selection.indices());
        assertArrayEquals(new double[]{0.267196, 0.194635}, selection.scores(), 1e-6);
    }

    @Test
    public void vectorsOfOtherLengthAreRefused() {
        final var complaint = assertThrows(DataException.class,
            () -> select("k-center", CORNERS, new float[]{1, 2, 3}));

        assertEquals("Already selected: the images are described by 3 values each, but those of the input by 2.",
            complaint.getMessage());
        assertEquals(List.of("Describe both by one network, or by images of one size."), complaint.fixes());
    }

    /** The images selected before belong to what tells different work apart, and so does what they cost. */
    @Test
    public void theCostKnowsTheImagesSelectedBefore() throws CanceledException {
        final var settings = new SelectionSettings(Choice.of("k-center"), new Budget.Images(2), false, 1);

        assertNotEquals(id(settings, new float[]{0, 0}), id(settings, new float[]{0, 1}));
    }

    private static String id(final SelectionSettings settings, final float[]... before) throws CanceledException {
        return settings.select(answers(CORNERS, before), RunControl.none()).ledger().entries().get(0).id();
    }

    private static Selection select(final String method, final float[][] vectors, final float[]... before)
        throws CanceledException {
        return Selectors.create(Choice.of(method)).select(answers(vectors, before).pool(), vectors.length,
            Seeds.of(1).generator(), RunControl.none());
    }

    private static Answers answers(final float[][] vectors, final float[]... before) {
        return PoolFixture.everything(new int[vectors.length], vectors).put(Need.SELECTED,
            PoolFixture.others("Old", before.length, new int[before.length], before));
    }
}
