// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.augment.Erasing.Draw;
import org.frugalvision.engine.augment.Fill;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Recipe;
import org.junit.Test;

/** Recipes as data. */
public final class RecipesAsDataTest {

    private static final Choice SMOOTHING = LabelSmoothing.DEFAULT.choice();

    @Test
    public void isReadInWords() {
        assertEquals("Label smoothing (smoothing 0.1, spread all, until 1.0)", TrainingMethods.text(SMOOTHING));
        assertEquals("Random erasing (aspect 0.3, draw logarithmic, fill mean, largest 0.4, probability 0.5, smallest"
            + " 0.02)", TrainingMethods
                .text(new RandomErasing(0.5, 0.02, 0.4, 0.3, Draw.LOGARITHMIC, Fill.MEAN).choice()));
        assertEquals("Mixup", TrainingMethods.text(Choice.of("mixup")));
    }

    @Test
    public void keepsItsSettings() {
        final Map<String, String> settings = new HashMap<>(Map.of("alpha", "1"));
        final Choice step = new Choice("mixup", settings);

        settings.clear();

        assertEquals(new Mixup(1), TrainingMethods.create(step));
    }

    @Test
    public void recipesKeepTheirOrder() {
        assertEquals(new Recipe(List.of(LabelSmoothing.DEFAULT, CutMix.DEFAULT)),
            TrainingMethods.recipe(List.of(SMOOTHING, CutMix.DEFAULT.choice())));
    }

    @Test
    public void twoMethodsThatMixImagesClash() {
        assertEquals("\"Training recipe\" must leave the mixing of images to one method, \"Mixup\", but is \"CutMix\".",
            assertThrows(SettingsException.class,
                () -> TrainingMethods.recipe(List.of(Mixup.DEFAULT.choice(), CutMix.DEFAULT.choice()))).getMessage());
    }

    @Test
    public void unknownMethodsAreRefused() {
        final String problem = assertThrows(SettingsException.class,
            () -> TrainingMethods.recipe(List.of(Choice.of("magic")))).getMessage();
        assertTrue(problem, problem.startsWith("\"Method\" must be one of label-smoothing, mixup, "));
        assertTrue(problem, problem.endsWith(", but is \"magic\"."));
    }
}
