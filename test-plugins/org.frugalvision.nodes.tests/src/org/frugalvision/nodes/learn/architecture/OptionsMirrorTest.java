// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import static org.frugalvision.nodes.probe.Mirror.assertMirrors;
import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.Map;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.architecture.MapPattern;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.MapPatternChoice;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.NetworkHead;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.Normalization;
import org.junit.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.Label;

/** The options of the node are those of the engine. */
public class OptionsMirrorTest {

    @Test
    public void optionsMirrorTheirRecord() throws Exception {
        final var parameters = new CnnArchitectureNodeParameters();
        assertMirrors(parameters, parameters::toSettings, ArchitectureOptions.DEFAULT,
            Map.of("width", 0.5, "batchNorm", Normalization.OFF, "dropout", 0.25, "head", NetworkHead.PYRAMID,
                "mapDropout", 0.1, "mapPattern", MapPatternChoice.BLOCKS, "mapBlock", 5, "stochasticDepth", 0.2),
            "architecture", "imageColumn", "labelColumn", "plan");
    }

    /** Each number is possible by itself. */
    @Test
    public void refusesImagesThatAreTooLargeForAnyMemory() {
        final var parameters = new CnnArchitectureNodeParameters();
        parameters.m_plan.m_height = 65_536;
        parameters.m_plan.m_width = 65_536;

        assertEquals("\"Number of channels\" must leave an image of 65536 rows and 65536 columns at most 2,147,483,647 "
            + "values, but is 1.", assertThrows(InvalidSettingsException.class, parameters::validate).getMessage());
    }

    @Test
    public void choicesMirrorTheEnumsOfTheEngine() {
        assertEquals(names(BatchNorm.values()), names(Normalization.values()));
        assertEquals(names(Head.values()), names(NetworkHead.values()));
        assertEquals(names(MapPattern.values()), names(MapPatternChoice.values()));
    }

    @Test
    public void choicesHaveTheNamesThatMessagesUse() throws Exception {
        for (final var choice : Normalization.values()) {
            assertEquals(BatchNorm.valueOf(choice.name()).label(), label(choice));
        }
        for (final var choice : MapPatternChoice.values()) {
            assertEquals(MapPattern.valueOf(choice.name()).label(), label(choice));
        }
        for (final var choice : NetworkHead.values()) {
            assertEquals(Head.valueOf(choice.name()).label(), label(choice));
        }
    }

    private static String label(final Enum<?> choice) throws NoSuchFieldException {
        return choice.getDeclaringClass().getField(choice.name()).getAnnotation(Label.class).value();
    }
}
