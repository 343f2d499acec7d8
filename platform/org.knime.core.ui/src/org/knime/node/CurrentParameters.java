// SPDX-License-Identifier: Apache-2.0
package org.knime.node;

import java.util.Optional;
import java.util.function.Supplier;
import org.frugalvision.platform.ui.persistence.StoredGroup;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;

/**
 * The parameters of one node: none until the first configure or load, then one object shared by configure and execute.
 */
final class CurrentParameters {
    private final Optional<Class<? extends NodeParameters>> m_class;

    private NodeParameters m_parameters;

    CurrentParameters(final Optional<Class<? extends NodeParameters>> parametersClass) {
        m_class = parametersClass;
    }

    @SuppressWarnings("unchecked")
    <S extends NodeParameters> S get() {
        return (S)m_parameters;
    }

    /** Creates the parameters from the inputs if nothing has been loaded; refused ones are kept all the same. */
    void createIfAbsent(final NodeParametersInput input) throws InvalidSettingsException {
        if (m_parameters == null && m_class.isPresent()) {
            m_parameters = created(() -> StoredGroup.create(m_class.get(), input)).orElse(null);
            if (m_parameters != null) {
                m_parameters.validate();
            }
        }
    }

    void validate(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_class.isPresent()) {
            StoredGroup.load(m_class.get(), settings).validate();
        }
    }

    void load(final NodeSettingsRO settings) throws InvalidSettingsException {
        if (m_class.isPresent()) {
            m_parameters = StoredGroup.load(m_class.get(), settings);
        }
    }

    /** Saves the parameters, or those of the constructor without arguments if there are none yet. */
    void save(final NodeSettingsWO settings) {
        m_class.ifPresent(type -> Optional.ofNullable(m_parameters).or(() -> created(() -> StoredGroup.create(type)))
            .ifPresent(parameters -> StoredGroup.save(type, parameters, settings)));
    }

    private Optional<NodeParameters> created(final Supplier<? extends NodeParameters> constructor) {
        try {
            return Optional.of(constructor.get());
        } catch (final RuntimeException e) { // a constructor of a node that is not ours
            NodeLogger.getLogger(CurrentParameters.class)
                .error("%s cannot be created: %s".formatted(m_class.orElseThrow().getName(), e.getMessage()), e);
            return Optional.empty();
        }
    }
}
