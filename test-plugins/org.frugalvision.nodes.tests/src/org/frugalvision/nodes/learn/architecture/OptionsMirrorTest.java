// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.architecture;

import static org.frugalvision.nodes.probe.Mirror.assertMirrors;
import static org.frugalvision.nodes.probe.Mirror.names;
import static org.junit.Assert.assertEquals;

import java.util.Map;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.BatchNorm;
import org.frugalvision.engine.architecture.Head;
import org.frugalvision.engine.architecture.MapPattern;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.MapPatternChoice;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.NetworkHead;
import org.frugalvision.nodes.learn.architecture.CnnArchitectureNodeParameters.Normalization;
import org.junit.Test;
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
