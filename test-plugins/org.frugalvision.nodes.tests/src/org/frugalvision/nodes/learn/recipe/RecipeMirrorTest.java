// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.augment.BorderChoice;
import org.frugalvision.nodes.augment.StepParameters;
import org.frugalvision.nodes.run.MethodSettings;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.StringChoice;

/** The settings of the node are those of the engine's methods. */
public class RecipeMirrorTest {

    private final CnnTrainingRecipeNodeParameters m_parameters = new CnnTrainingRecipeNodeParameters();

    /** So a method with settings has a group of them, with a field of the same name and default for each. */
    @Test
    public void everyMethodHasItsSettingsWithTheirDefaults() {
        for (final var info : TrainingMethods.infos()) {
            final Map<String, String> settings = TrainingMethods.create(Choice.of(info.id())).settings();

            assertEquals(info.id(), !settings.isEmpty(), MethodSettings.group(m_parameters, info.id()).isPresent());
            assertEquals(info.id(), new TreeMap<>(settings),
                new TreeMap<>(MethodSettings.of(m_parameters, info.id()).settings()));
        }
    }

    @Test
    public void changedFieldsArriveInTheMethod() {
        m_parameters.m_method = "random-erasing";
        m_parameters.m_randomErasing.m_largest = 0.3;
        m_parameters.m_randomErasing.m_draw = RandomErasingParameters.Draw.LOGARITHMIC;

        assertEquals("Random erasing (aspect 0.3, draw logarithmic, fill noise, largest 0.3, probability 0.5, smallest"
            + " 0.02)", TrainingMethods.text(m_parameters.toMethod().choice()));
    }

    @Test
    public void listsArriveInTheMethod() {
        m_parameters.m_method = "augmentation";
        m_parameters.m_augmentation.m_steps =
            new StepParameters[]{StepParameters.usual("rotate", 0.5), StepParameters.usual("invert", 0.25)};
        m_parameters.m_augmentation.m_border = BorderChoice.REFLECT;

        assertEquals("Run-time augmentation (border reflect, halves false, interpolation bilinear, steps "
            + "rotate:0.5:-15.0:15.0,invert:0.25)", TrainingMethods.text(m_parameters.toMethod().choice()));
    }

    @Test
    public void refusesAnEmptyList() {
        m_parameters.m_method = "augmentation";
        m_parameters.m_augmentation.m_steps = new StepParameters[0];

        assertEquals("\"Operations\" must hold at least one operation, but is 0.",
            assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage());
    }

    /** People read labels; what is stored are ids. */
    @Test
    public void methodsAreOfferedByTheirLabels() {
        final List<StringChoice> choices = new CnnTrainingRecipeNodeParameters.Methods().computeState(null);

        assertEquals(TrainingMethods.infos().size(), choices.size());
        assertEquals(new StringChoice("label-smoothing", "Label smoothing"), choices.get(0));
        assertTrue(choices.contains(new StringChoice("rho-loss", "RHO-LOSS")));
    }

    @Test
    public void refusesWhatTheEngineRefuses() {
        m_parameters.m_labelSmoothing.m_smoothing = 1;

        assertEquals("\"Smoothing\" must be at least 0 and less than 1, but is 1.",
            assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage());
        m_parameters.m_method = "magic";
        assertTrue(assertThrows(InvalidSettingsException.class, m_parameters::validate).getMessage()
            .startsWith("\"Method\" must be one of label-smoothing, mixup, cutmix, resizemix, background-swap, random-erasing, "));
    }
}
