// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.persistence.Persistable;

/** A group with a group in it. */
final class Augmentation implements NodeParameters {
    /** The inner group. */
    static final class Inner implements WidgetGroup, Persistable {
        double m_angle = 0.5;
    }

    boolean m_flip = true;

    Inner m_inner = new Inner();

    @Override
    public void validate() throws InvalidSettingsException {
        Journal.write("nested validate");
        throw new InvalidSettingsException("Nobody asks a nested group.");
    }
}
