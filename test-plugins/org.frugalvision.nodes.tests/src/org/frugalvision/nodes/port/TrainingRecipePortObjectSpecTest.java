// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.frugalvision.engine.recipe.TrainingMethodInfo;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.run.SettingsException;
import org.junit.Test;
import org.knime.core.node.ModelContent;

/** Specs of stored workflows are API. */
public class TrainingRecipePortObjectSpecTest {

    private static final Choice SMOOTHING = new Choice("label-smoothing", Map.of("smoothing", "0.2"));

    @Test
    public void comesBackAsItWasStored() throws Exception {
        for (final var steps : List.of(List.of(SMOOTHING), List.of(new Choice("mixup", Map.of()), SMOOTHING),
            List.<Choice>of())) {
            final var loaded = stored(new TrainingRecipePortObjectSpec(steps));

            assertEquals(steps, loaded.steps());
            assertEquals(new TrainingRecipePortObjectSpec(steps), loaded);
        }
    }

    @Test
    public void aRecipeOfALaterVersionIsReadAndNamedButNotUsed() throws Exception {
        final var later =
            stored(new TrainingRecipePortObjectSpec(List.of(new Choice("magic", Map.of("depth", "3")), SMOOTHING)));

        assertEquals("magic (depth 3); Label smoothing (smoothing 0.2)",
            new TrainingRecipePortObject(later).getSummary());
        assertEquals("\"Method\" must be one of " + TrainingMethods.infos().stream().map(TrainingMethodInfo::id)
            .collect(Collectors.joining(", ")) + ", but is \"magic\".",
            assertThrows(SettingsException.class, later::recipe).getMessage());
    }

    private static TrainingRecipePortObjectSpec stored(final TrainingRecipePortObjectSpec spec) throws Exception {
        final var model = new ModelContent("spec");
        spec.save(model);
        final var loaded = new TrainingRecipePortObjectSpec();
        loaded.load(model);
        return loaded;
    }
}
