// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Map;
import java.util.Optional;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.Networks;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;

/** How much classes count; labels 0 0 0 1. */
public final class ClassWeightsTest {

    private final ImageSet m_images = Networks.images(30, 1).subset(0, 3, 6, 1);

    @Test
    public void noneCountsImages() {
        assertArrayEquals(new float[]{1, 1, 1, 1}, weights(ClassWeights.NONE), 0);
    }

    @Test
    public void balancedClassesWeighTheSame() {
        assertArrayEquals(new float[]{2 / 3f, 2 / 3f, 2 / 3f, 2}, weights(ClassWeights.BALANCED), 1e-6f);
    }

    @Test
    public void givenWeightsAreScaledToAMeanOfOne() {
        final var given = new ClassWeights(ClassWeights.Kind.GIVEN, Map.of("b", 5.0));

        assertArrayEquals(new float[]{0.5f, 0.5f, 0.5f, 2.5f}, weights(given), 1e-6f);
    }

    @Test
    public void balancedPriorIsUniformOverTheClassesThere() {
        assertArrayEquals(new double[]{0.5, 0.5, 0}, LabelledImages
            .of("Training images", Networks.network(1), m_images, ClassWeights.BALANCED).prior(3), 1e-7);
    }

    @Test
    public void refusesWeightsForNoClass() {
        final var given = new ClassWeights(ClassWeights.Kind.GIVEN, Map.of("z", 2.0));

        assertEquals("\"Weights of the classes\" must name classes out of \"a\", \"b\", \"c\", but is \"z\".",
            assertThrows(SettingsException.class, () -> weights(given)).getMessage());
    }

    @Test
    public void refusesImpossibleWeights() {
        assertEquals("\"Weights of the classes\" must give \"a\" a number of at least 0, but is -1.",
            assertThrows(SettingsException.class,
                () -> new ClassWeights(ClassWeights.Kind.GIVEN, Map.of("a", -1.0))).getMessage());
    }

    @Test
    public void keepsTheirOrderOutOfTheIdentity() {
        final Network network = Networks.network(1);
        final LabelledImages images =
            LabelledImages.of("Training images", network, m_images, ClassWeights.NONE);

        assertEquals("given{a=1.0, b=2.0}", TrainingIdentity.of(network, images, Optional.empty(),
            settings(Map.of("b", 2.0, "a", 1.0)), Recipe.NONE).settings().get("classWeights"));
    }

    private static TrainingSettings settings(final Map<String, Double> weights) {
        return new TrainingSettings(1, 1, 1, 1, true, 1, UpdaterSettings.DEFAULT, ScheduleSettings.DEFAULT,
            new ClassWeights(ClassWeights.Kind.GIVEN, weights), StoppingSettings.DEFAULT);
    }

    private float[] weights(final ClassWeights classWeights) {
        return LabelledImages.of("Training images", Networks.network(1), m_images, classWeights).weights();
    }
}
