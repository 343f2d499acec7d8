// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.recipe;

import java.util.List;
import java.util.Map;

import org.frugalvision.engine.recipe.RegisteredMethod;
import org.frugalvision.engine.recipe.Step;
import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.nodes.run.EngineCall;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

/** Settings of the CNN Training Recipe: the method, and a group for each method that has settings. */
@LoadDefaultsForAbsentFields
final class CnnTrainingRecipeNodeParameters implements NodeParameters {

    /** The ids of the registered methods. */
    static final class Choices implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return TrainingMethods.infos().stream().map(info -> info.id()).toList();
        }
    }

    /** Refers to the method. */
    static final class MethodReference implements ParameterReference<String> {
    }

    @Widget(title = "Method", description = "What takes part in the training; the node description tells them apart.")
    @ChoicesProvider(Choices.class)
    @ValueReference(MethodReference.class)
    String m_method = "label-smoothing";

    LabelSmoothingParameters m_labelSmoothing = new LabelSmoothingParameters();

    MixupParameters m_mixup = new MixupParameters();

    CutMixParameters m_cutMix = new CutMixParameters();

    RandomErasingParameters m_randomErasing = new RandomErasingParameters();

    /** The method with its settings; the engine refuses what cannot be. */
    RegisteredMethod toMethod() {
        return switch (m_method) {
            case "label-smoothing" -> m_labelSmoothing.toSettings();
            case "mixup" -> m_mixup.toSettings();
            case "cutmix" -> m_cutMix.toSettings();
            case "random-erasing" -> m_randomErasing.toSettings();
            default -> TrainingMethods.create(new Step(m_method, Map.of()));
        };
    }

    @Override
    public void validate() throws InvalidSettingsException {
        EngineCall.configure(this::toMethod);
    }
}
