// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import java.util.ArrayList;
import java.util.List;

import org.frugalvision.engine.run.Choice;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObjectSpec;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;

/** What the CNN Training Recipe does: it adds its method to the recipe so far. */
final class CnnTrainingRecipe {

    private CnnTrainingRecipe() {
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CnnTrainingRecipeNodeParameters parameters = in.getParameters();
        final TrainingRecipePortObjectSpec before = in.getInPortSpec(0);
        parameters.validate();
        final var recipe = added(before, parameters);
        EngineCall.configure(recipe::recipe);
        out.setOutSpecs(recipe);
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out) {
        final CnnTrainingRecipeNodeParameters parameters = in.getParameters();
        final TrainingRecipePortObject before = in.getInPortObject(0);
        out.setOutData(
            new TrainingRecipePortObject(added(before == null ? null : before.getSpec(), parameters)));
    }

    private static TrainingRecipePortObjectSpec added(final TrainingRecipePortObjectSpec before,
        final CnnTrainingRecipeNodeParameters parameters) {
        final List<Choice> steps = new ArrayList<>(before == null ? List.of() : before.steps());
        steps.add(parameters.toMethod().choice());
        return new TrainingRecipePortObjectSpec(steps);
    }
}
