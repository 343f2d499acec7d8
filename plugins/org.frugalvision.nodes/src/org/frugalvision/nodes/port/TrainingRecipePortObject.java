// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.port;

import java.util.stream.Collectors;

import org.frugalvision.engine.recipe.TrainingMethods;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/** A training recipe on its way between nodes; its spec holds all of it. Immutable. */
public final class TrainingRecipePortObject extends AbstractSimplePortObject {

    /** The port type of recipes. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(TrainingRecipePortObject.class);

    /** The same for ports that need not be connected. */
    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(TrainingRecipePortObject.class, true);

    /** Stores nothing but that it is there. */
    public static final class Serializer extends AbstractSimplePortObjectSerializer<TrainingRecipePortObject> {
    }

    private TrainingRecipePortObjectSpec m_spec;

    /** For loading only. */
    public TrainingRecipePortObject() {
    }

    /**
     * @param spec the recipe
     */
    public TrainingRecipePortObject(final TrainingRecipePortObjectSpec spec) {
        m_spec = spec;
    }

    @Override
    public TrainingRecipePortObjectSpec getSpec() {
        return m_spec;
    }

    /** Names the methods with their settings, in order. */
    @Override
    public String getSummary() {
        return m_spec.steps().stream().map(TrainingMethods::text).collect(Collectors.joining("; "));
    }

    @Override
    protected void save(final ModelContentWO model, final ExecutionMonitor monitor) {
        // the spec has its own serializer
    }

    @Override
    protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor monitor) {
        m_spec = (TrainingRecipePortObjectSpec)spec;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof TrainingRecipePortObject that && m_spec.equals(that.m_spec);
    }

    @Override
    public int hashCode() {
        return m_spec.hashCode();
    }
}
