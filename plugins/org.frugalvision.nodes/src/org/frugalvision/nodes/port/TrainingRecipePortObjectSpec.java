// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.recipe.TrainingMethods;
import org.frugalvision.engine.run.Choice;
import org.frugalvision.engine.train.Recipe;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/**
 * A training recipe: methods with their settings, in order. It is all known before anything is executed, so that a
 * learner can refuse methods that do not go together at once. Immutable once built or loaded.
 */
public final class TrainingRecipePortObjectSpec extends AbstractSimplePortObjectSpec {

    /** Stores the spec the simple way. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<TrainingRecipePortObjectSpec> {
    }

    private static final String KEY_STEPS = "steps";

    private static final String KEY_METHOD = "method";

    private static final String KEY_SETTINGS = "settings";

    private List<Choice> m_steps = List.of();

    /** For loading only. */
    public TrainingRecipePortObjectSpec() {
    }

    /**
     * @param steps what a training shall do, in this order; copied
     */
    public TrainingRecipePortObjectSpec(final List<Choice> steps) {
        m_steps = List.copyOf(steps);
    }

    /** @return the methods as data; not modifiable */
    public List<Choice> steps() {
        return m_steps;
    }

    /**
     * @return the methods
     * @throws org.frugalvision.engine.run.SettingsException if one is unknown or cannot have these settings, or two
     *             claim the same decision
     */
    public Recipe recipe() {
        return TrainingMethods.recipe(m_steps);
    }

    @Override
    protected void save(final ModelContentWO model) {
        final ModelContentWO steps = model.addModelContent(KEY_STEPS);
        for (int i = 0; i < m_steps.size(); i++) {
            final ModelContentWO step = steps.addModelContent(Integer.toString(i));
            step.addString(KEY_METHOD, m_steps.get(i).method());
            final ModelContentWO settings = step.addModelContent(KEY_SETTINGS);
            m_steps.get(i).settings().forEach(settings::addString);
        }
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        final ModelContentRO steps = model.getModelContent(KEY_STEPS);
        final List<Choice> loaded = new ArrayList<>();
        while (steps.containsKey(Integer.toString(loaded.size()))) {
            final ModelContentRO step = steps.getModelContent(Integer.toString(loaded.size()));
            final ModelContentRO settings = step.getModelContent(KEY_SETTINGS);
            final Map<String, String> texts = new HashMap<>();
            for (final String key : settings) {
                texts.put(key, settings.getString(key));
            }
            loaded.add(new Choice(step.getString(KEY_METHOD), texts));
        }
        m_steps = List.copyOf(loaded);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof TrainingRecipePortObjectSpec that && m_steps.equals(that.m_steps);
    }

    @Override
    public int hashCode() {
        return m_steps.hashCode();
    }
}
