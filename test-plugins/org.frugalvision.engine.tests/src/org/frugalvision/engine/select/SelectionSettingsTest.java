// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.select;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.frugalvision.engine.run.CanceledException;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** The settings of a selection. */
public final class SelectionSettingsTest {

    @Test
    public void selectsANumberOfImages() throws CanceledException {
        assertEquals(3, select(new Budget.Images(3), 1).length);
    }

    @Test
    public void selectsAShareRoundedToTheNearest() throws CanceledException {
        assertEquals(3, select(new Budget.Share(0.25), 1).length);
        assertEquals(2, select(new Budget.Share(0.249), 1).length);
        assertEquals(1, select(new Budget.Share(0.001), 1).length);
        assertEquals(10, select(new Budget.Share(1), 1).length);
    }

    @Test
    public void dependsOnTheSeedAlone() throws CanceledException {
        assertArrayEquals(select(new Budget.Images(5), 7), select(new Budget.Images(5), 7));
        assertFalse(Arrays.equals(select(new Budget.Images(10), 1), select(new Budget.Images(10), 2)));
    }

    @Test
    public void refusesAnUnknownMethod() {
        assertTrue(assertThrows(SettingsException.class,
            () -> new SelectionSettings(Choice.of("k-centre"), new Budget.Images(1), false, 1)).getMessage()
                .startsWith("\"Method\" must be one of random, stratified-random, herding, herding-embeddings, "));
        assertEquals("\"Weight of all images (lambda)\" must be greater than 0 and at most 1,000,000, but is 0.",
            assertThrows(SettingsException.class, () -> new SelectionSettings(
                new Choice("graph-cut", Map.of("lambda", "0")), new Budget.Images(1), false, 1)).getMessage());
    }

    @Test
    public void refusesBudgetsThatAreNone() {
        assertEquals("\"Budget\" must be at least 1 image, but is 0.",
            assertThrows(SettingsException.class, () -> new Budget.Images(0)).getMessage());
        assertEquals("\"Budget share\" must be above 0 and at most 1, but is 1.5.",
            assertThrows(SettingsException.class, () -> new Budget.Share(1.5)).getMessage());
        assertEquals("\"Budget share\" must be above 0 and at most 1, but is NaN.",
            assertThrows(SettingsException.class, () -> new Budget.Share(Double.NaN)).getMessage());
    }

    /** Ten images of a class, two of another: both have their share, whatever the method would do. */
    @Test
    public void classByClassKeepsTheShares() throws CanceledException {
        final int[] labels = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1};
        final float[][] vectors = new float[12][2];
        for (int i = 0; i < 12; i++) {
            vectors[i][0] = labels[i] == 0 ? 0 : 1000 + i;
        }
        final Answers answers = PoolFixture.everything(labels, vectors);
        final var farthest = new SelectionSettings(Choice.of("k-center"), new Budget.Images(6), false, 1);
        final var balanced = new SelectionSettings(Choice.of("k-center"), new Budget.Images(6), true, 1);

        assertEquals(2, ofClassOne(labels, farthest.select(answers, RunControl.none()).selection().indices()));
        assertEquals(1, ofClassOne(labels, balanced.select(answers, RunControl.none()).selection().indices()));
        assertTrue(balanced.needs().contains(Need.LABELS));
    }

    /** Six images of class "a", two of class "c". */
    @Test
    public void everyClassMayHaveAsManyImages() throws CanceledException {
        final int[] labels = {0, 0, 0, 2, 0, 0, 0, 2};
        final Answers answers = PoolFixture.everything(labels, new float[8][2]);
        final var two = new SelectionSettings(Choice.of("k-center"), new Budget.EachClass(2), false, 1);
        final var three = new SelectionSettings(Choice.of("k-center"), new Budget.EachClass(3), true, 1);

        assertArrayEquals(new int[]{0, 3, 1, 7}, two.select(answers, RunControl.none()).selection().indices());
        assertTrue(two.needs().containsAll(List.of(Need.LABELS, Need.CLASSES)));
        final var complaint =
            assertThrows(SettingsException.class, () -> three.select(answers, RunControl.none()));
        assertEquals("\"Budget per class (images)\" must be at most the 2 images of class \"c\", but is 3.",
            complaint.getMessage());
        assertEquals(List.of("Lower Budget per class (images).", "Leave the class out."), complaint.fixes());
    }

    @Test
    public void refusesABudgetPerClassThatIsNone() {
        final var none = PoolFixture.everything(new int[0]);
        final var settings = new SelectionSettings(Choice.of("random"), new Budget.EachClass(1), false, 1);

        assertEquals("\"Budget per class (images)\" must be at least 1 image, but is 0.",
            assertThrows(SettingsException.class, () -> new Budget.EachClass(0)).getMessage());
        assertEquals("Input: there are no images to select from.",
            assertThrows(DataException.class, () -> settings.select(none, RunControl.none())).getMessage());
    }

    private static long ofClassOne(final int[] labels, final int[] indices) {
        return Arrays.stream(indices).filter(i -> labels[i] == 1).count();
    }

    @Test
    public void costsTellDifferentWorkApart() throws CanceledException {
        final Answers answers = PoolFixture.everything(new int[4], PoolFixture.fourPoints());
        final Set<String> ids = new HashSet<>();
        for (final var settings : List.of(
            new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(2), false, 1),
            new SelectionSettings(new Choice("graph-cut", Map.of("lambda", "2.0")), new Budget.Images(2), false, 1),
            new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(3), false, 1),
            new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(2), true, 1),
            new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(2), false, 2))) {
            ids.add(id(settings, answers));
        }
        final float[][] others = PoolFixture.fourPoints();
        others[0][0] = 0.5f;
        ids.add(id(new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(2), false, 1),
            PoolFixture.everything(new int[4], others)));

        assertEquals(6, ids.size());
        assertTrue(ids.contains(id(new SelectionSettings(Choice.of("graph-cut"), new Budget.Images(2), false, 1),
            PoolFixture.everything(new int[4], PoolFixture.fourPoints()))));
    }

    private static String id(final SelectionSettings settings, final Answers answers) throws CanceledException {
        final var entries = settings.select(answers, RunControl.none()).ledger().entries();
        return entries.get(entries.size() - 1).id();
    }

    private static int[] select(final Budget budget, final long seed) throws CanceledException {
        return new SelectionSettings(Choice.of("random"), budget, false, seed)
            .select(PoolFixture.labelled(new int[10]), RunControl.none()).selection().indices();
    }
}
