// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import static org.frugalvision.nodes.probe.Mirror.assertMirrors;
import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Map;

import org.frugalvision.engine.recipe.CutMix;
import org.frugalvision.engine.recipe.Fill;
import org.frugalvision.engine.recipe.LabelSmoothing;
import org.frugalvision.engine.recipe.Mixup;
import org.frugalvision.engine.recipe.RandomErasing;
import org.frugalvision.engine.recipe.Step;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;

/** The settings of the node are those of the engine's methods. */
public class RecipeMirrorTest {

    @Test
    public void labelSmoothingMirrorsItsRecord() throws Exception {
        final var parameters = new LabelSmoothingParameters();
        assertMirrors(parameters, parameters::toSettings, LabelSmoothing.DEFAULT, Map.of("smoothing", 0.25));
    }

    @Test
    public void mixupMirrorsItsRecord() throws Exception {
        final var parameters = new MixupParameters();
        assertMirrors(parameters, parameters::toSettings, Mixup.DEFAULT, Map.of("alpha", 0.5));
    }

    @Test
    public void cutMixMirrorsItsRecord() throws Exception {
        final var parameters = new CutMixParameters();
        assertMirrors(parameters, parameters::toSettings, CutMix.DEFAULT, Map.of("probability", 0.25, "beta", 2.0));
    }

    @Test
    public void randomErasingMirrorsItsRecord() throws Exception {
        final var parameters = new RandomErasingParameters();
        assertMirrors(parameters, parameters::toSettings, RandomErasing.DEFAULT,
            Map.of("probability", 0.25, "smallest", 0.1, "largest", 0.3, "aspect", 0.5, "draw",
                RandomErasingParameters.AspectDraw.LOGARITHMIC, "fill", RandomErasingParameters.Filling.BLACK));
    }

    @Test
    public void choicesMirrorTheEnumsOfTheEngine() {
        assertEquals(names(RandomErasing.Draw.values()), names(RandomErasingParameters.AspectDraw.values()));
        assertEquals(names(Fill.values()), names(RandomErasingParameters.Filling.values()));
    }

    @Test
    public void makesEveryRegisteredMethodWithItsDefaults() {
        final var parameters = new CnnTrainingRecipeNodeParameters();
        for (final var info : TrainingMethods.infos()) {
            parameters.m_method = info.id();
            assertEquals(TrainingMethods.create(new Step(info.id(), Map.of())), parameters.toMethod());
        }
    }

    @Test
    public void refusesWhatTheEngineRefuses() {
        final var parameters = new CnnTrainingRecipeNodeParameters();
        parameters.m_labelSmoothing.m_smoothing = 1;

        assertEquals("\"Smoothing\" must be at least 0 and less than 1, but is 1.",
            assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
        parameters.m_method = "magic";
        assertEquals("\"Method\" must be one of label-smoothing, mixup, cutmix, random-erasing, but is \"magic\".",
            assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
    }
}
