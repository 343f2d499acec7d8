// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObjectSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortUtil;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/**
 * Stores a recipe through its serializers, reads it again and writes into the file that its setting names whether it
 * is the same, and its summary. Hands out the recipe twice over, which no other node would.
 */
public final class RecipeProbeNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Recipe Probe").icon("").shortDescription("Doubles a recipe.")
        .fullDescription("<p>Doubles a recipe.</p>").sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addInputPort("Recipe", "The recipe.", TrainingRecipePortObject.TYPE)
            .addOutputPort("Doubled", "The recipe twice over.", TrainingRecipePortObject.TYPE)) //
        .model(model -> model.parametersClass(ProbeParameters.class).configure(RecipeProbeNodeFactory::configure)
            .execute(RecipeProbeNodeFactory::execute));

    /** Called by KNIME. */
    public RecipeProbeNodeFactory() {
        super(NODE);
    }

    private static void configure(final ConfigureInput in, final ConfigureOutput out) {
        final TrainingRecipePortObjectSpec recipe = in.getInPortSpec(0);
        out.setOutSpecs(doubled(recipe));
    }

    private static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final ProbeParameters parameters = in.getParameters();
        final TrainingRecipePortObject recipe = in.getInPortObject(0);
        final Path file = Path.of(parameters.m_text);
        try {
            PortUtil.writeObjectToFile(recipe, file.toFile(), in.getExecutionContext());
            final var copy = PortUtil.readObjectFromFile(file.toFile(), in.getExecutionContext());
            Files.write(file, List.of("same " + copy.equals(recipe), copy.getSummary()));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        out.setOutData(new TrainingRecipePortObject(doubled(recipe.getSpec())));
    }

    private static TrainingRecipePortObjectSpec doubled(final TrainingRecipePortObjectSpec recipe) {
        final List<Choice> steps = new ArrayList<>(recipe.steps());
        steps.addAll(recipe.steps());
        return new TrainingRecipePortObjectSpec(steps);
    }
}
