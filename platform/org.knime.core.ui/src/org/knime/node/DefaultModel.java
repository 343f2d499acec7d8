// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Optional;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/**
 * The declaration of what a node does. Its functions are shared by all nodes of a factory and may run at the same time.
 */
public abstract sealed class DefaultModel implements FluentNodeAPI permits StandardModel, RearrangeColumnsModel {
    private final Class<? extends NodeParameters> m_parametersClass;

    DefaultModel(final Class<? extends NodeParameters> parametersClass) {
        m_parametersClass = parametersClass;
    }

    static RequireModelParameters create() {
        return ModelStages::new;
    }

    Optional<Class<? extends NodeParameters>> parametersClass() {
        return Optional.ofNullable(m_parametersClass);
    }

    abstract NodeModel createNodeModel(PortsConfiguration ports);

    /** The stage at which a model gets its parameters. */
    @FunctionalInterface
    public interface RequireModelParameters {
        /**
         * @param parametersClass the class of the parameters
         * @return the next stage
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next stage of a model without parameters, which gets null for them */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** The stage at which a model gets what it does before execution. */
    public interface RequireConfigureOrRearrangeColumns {
        /**
         * @param configure computes the output specs; may run several times, so it is deterministic and cheap
         * @return the next stage
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);

        /**
         * @param rearrangeColumns computes the columns of the one output table from those of the one input table
         * @return the model
         */
        DefaultModel rearrangeColumns(
            ConfigureOrRearrangerConsumer<RearrangeColumnsInput, RearrangeColumnsOutput> rearrangeColumns);
    }

    /** The stage at which a model gets its execution. */
    @FunctionalInterface
    public interface RequireExecute {
        /**
         * @param execute computes the outputs
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * What a model does before execution.
     *
     * @param <I> what it sees
     * @param <O> what it sets
     */
    @FunctionalInterface
    public interface ConfigureOrRearrangerConsumer<I, O> {
        /**
         * @param input what it sees
         * @param output what it sets
         * @throws InvalidSettingsException if the node cannot be executed as it is
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** What a model does when it is executed. */
    @FunctionalInterface
    public interface ExecuteConsumer {
        /**
         * @param input what it sees
         * @param output what it sets
         * @throws CanceledExecutionException if the user has canceled
         * @throws KNIMEException if it fails
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What a model sees before execution. */
    public interface ConfigureInput {
        /**
         * @param <S> the class of the parameters
         * @return the parameters of the node
         */
        <S extends NodeParameters> S getParameters();

        /** @return the specs at the inputs, null at an optional port that is not connected */
        PortObjectSpec[] getInPortSpecs();

        /**
         * @param <S> the class of the spec
         * @param port the index of an input
         * @return its spec
         */
        <S extends PortObjectSpec> S getInPortSpec(int port);

        /** @return the specs of the input tables; every input must be a table */
        DataTableSpec[] getInTableSpecs();

        /**
         * @param port the index of an input table
         * @return its spec
         */
        DataTableSpec getInTableSpec(int port);

        /** @return the types of the outputs */
        PortType[] getOutPortTypes();
    }

    /** What a model sets before execution; a spec that is not set is not known yet. */
    public interface ConfigureOutput {
        /**
         * @param <S> the class of the spec
         * @param port the index of an output
         * @param spec its spec, null if not known yet
         */
        <S extends PortObjectSpec> void setOutSpec(int port, S spec);

        /**
         * @param <S> the class of the specs
         * @param specs the specs of the first outputs
         */
        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        /** @param message shown until the node has been executed; the last one counts */
        void setWarningMessage(String message);
    }

    /** What a model sees when it is executed. */
    public interface ExecuteInput {
        /**
         * @param <S> the class of the parameters
         * @return the parameters of the node, not to be changed
         */
        <S extends NodeParameters> S getParameters();

        /** @return creates tables and files, takes the progress and tells when to stop */
        ExecutionContext getExecutionContext();

        /** @return the objects at the inputs, null at an optional port that is not connected */
        PortObject[] getInPortObjects();

        /**
         * @param <D> the class of the object
         * @param port the index of an input
         * @return its object
         */
        <D extends PortObject> D getInPortObject(int port);

        /** @return the input tables; every input must be a table */
        BufferedDataTable[] getInTables();

        /**
         * @param port the index of an input table
         * @return the table
         */
        BufferedDataTable getInTable(int port);

        /** @return the types of the outputs */
        PortType[] getOutPortTypes();
    }

    /** What a model sets when it is executed; every output must be set. */
    public interface ExecuteOutput {
        /**
         * @param <D> the class of the object
         * @param port the index of an output
         * @param data its object
         */
        <D extends PortObject> void setOutData(int port, D data);

        /**
         * @param <D> the class of the objects
         * @param data the objects of the first outputs
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /**
         * @param <D> the class of the objects
         * @param data kept until the node is reset, for its view
         */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        /** @param message shown at the node; the last one counts */
        void setWarningMessage(String message);
    }

    /** What a model that rearranges columns sees. */
    public interface RearrangeColumnsInput {
        /**
         * @param <S> the class of the parameters
         * @return the parameters of the node
         */
        <S extends NodeParameters> S getParameters();

        /** @return the spec of the input table */
        DataTableSpec getDataTableSpec();
    }

    /** What a model that rearranges columns sets. */
    public interface RearrangeColumnsOutput {
        /** @param rearranger the columns of the output table */
        void setColumnRearranger(ColumnRearranger rearranger);
    }
}
