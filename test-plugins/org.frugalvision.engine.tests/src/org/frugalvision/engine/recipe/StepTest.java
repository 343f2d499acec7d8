// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.recipe.RandomErasing.Draw;
import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.train.Recipe;
import org.junit.Test;

/** Recipes as data. */
public final class StepTest {

    private static final Step SMOOTHING = Step.of(LabelSmoothing.DEFAULT);

    @Test
    public void isReadInWords() {
        assertEquals("Label smoothing (smoothing 0.1)", SMOOTHING.text());
        assertEquals("Random erasing (aspect 0.3, draw logarithmic, fill mean, largest 0.4, probability 0.5, smallest"
            + " 0.02)", Step.of(new RandomErasing(0.5, 0.02, 0.4, 0.3, Draw.LOGARITHMIC, Fill.MEAN)).text());
        assertEquals("Mixup", new Step("mixup", Map.of()).text());
    }

    @Test
    public void keepsItsSettings() {
        final Map<String, String> settings = new HashMap<>(Map.of("alpha", "1"));
        final Step step = new Step("mixup", settings);

        settings.clear();

        assertEquals(new Mixup(1), TrainingMethods.create(step));
    }

    @Test
    public void recipesKeepTheirOrder() {
        assertEquals(new Recipe(List.of(LabelSmoothing.DEFAULT, CutMix.DEFAULT)),
            Step.recipe(List.of(SMOOTHING, Step.of(CutMix.DEFAULT))));
    }

    @Test
    public void twoMethodsThatMixImagesClash() {
        assertEquals("\"Training recipe\" must leave the mixing of images to one method, \"Mixup\", but is \"CutMix\".",
            assertThrows(SettingsException.class,
                () -> Step.recipe(List.of(Step.of(Mixup.DEFAULT), Step.of(CutMix.DEFAULT)))).getMessage());
    }

    @Test
    public void unknownMethodsAreRefused() {
        assertEquals("\"Method\" must be one of label-smoothing, mixup, cutmix, random-erasing, but is \"magic\".",
            assertThrows(SettingsException.class, () -> Step.recipe(List.of(new Step("magic", Map.of()))))
                .getMessage());
    }
}
