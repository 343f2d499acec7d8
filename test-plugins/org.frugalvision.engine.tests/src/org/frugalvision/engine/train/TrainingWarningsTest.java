// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.junit.Test;

/** What people are told to look at after a training. */
public final class TrainingWarningsTest {

    private final Network m_network = Networks.network(1);

    @Test
    public void ordinaryTrainingsAreNotWorthASentence() {
        assertEquals(List.of(), warnings(false, Ending.ALL_EPOCHS, 50, 1, 0.5, 0.48));
        assertEquals(List.of(), warnings(false, Ending.ALL_EPOCHS, 100, 1));
    }

    @Test
    public void classesWithoutImagesAreNamed() {
        assertEquals(List.of("No training image is of class \"c\": add images, or remove what is not needed from the"
            + " possible values of the label column."),
            TrainingWarnings.of(m_network, images(0, 1, 3, 4), state(false, Ending.ALL_EPOCHS, 100, 1)));
        assertEquals(Optional.of("No training image is of the classes \"b\", \"c\", \"d\" and 4 more: add"
            + " images, or remove what is not needed from the possible values of the label column."),
            TrainingWarnings.withoutImages(List.of("a", "b", "c", "d", "e", "f", "g", "h"), true, false, false,
                false, false, false, false, false));
    }

    @Test
    public void divergenceIsTold() {
        assertEquals(List.of("The training diverged: the loss rose from 1.000 to 2.100; lower Learning rate."),
            warnings(false, Ending.ALL_EPOCHS, 50, 1, 2.1));
        assertEquals(List.of("The network predicted one class for all training images: lower Learning rate, train "
            + "longer, or look at the labels."), warnings(true, Ending.ALL_EPOCHS, 50, 1, 1));
    }

    @Test
    public void shortTrainingsAreTold() {
        assertEquals(List.of("The training made 99 updates only: raise Epochs or lower Batch size."),
            warnings(false, Ending.ALL_EPOCHS, 33, 1, 0.5, 0.49));
    }

    @Test
    public void lossesThatStillFallAreToldUnlessTheEndWasAskedFor() {
        assertEquals(List.of(
            "The loss was still falling at the end, from 0.500 to 0.470 in the last epoch: raise Epochs."),
            warnings(false, Ending.ALL_EPOCHS, 50, 1, 0.5, 0.47));
        assertEquals(List.of(), warnings(false, Ending.IMAGES_USED, 50, 1, 0.5, 0.47));
        assertEquals("known by heart", List.of(), warnings(false, Ending.ALL_EPOCHS, 50, 1, 0.01, 0.005));
    }

    private List<String> warnings(final boolean oneClass, final Ending ending, final int updates,
        final double... losses) {
        return TrainingWarnings.of(m_network, images(0, 1, 2), state(oneClass, ending, updates, losses));
    }

    private LabelledImages images(final int... indices) {
        return LabelledImages.of("Training images", m_network, Networks.images(30, 1).subset(indices),
            ClassWeights.NONE);
    }

    private static TrainingState state(final boolean oneClass, final Ending ending, final int updates,
        final double... losses) {
        final List<EpochMetrics> epochs = new ArrayList<>();
        for (final double loss : losses) {
            epochs.add(new EpochMetrics(epochs.size() + 1, loss, 0.5, Optional.empty(), 30, updates, 0.1, 1, Map.of()));
        }
        return new TrainingState(epochs, new TrainingState.Spent(Work.NONE, List.of(), 1, 1, 1), WarmUp.NONE, oneClass,
            Optional.of(ending));
    }
}
