// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.conformance.probes;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** What is known of a thing before it is made. */
public final class ThingSpec extends AbstractSimplePortObjectSpec {
    private String m_kind;

    /** For loading. */
    public ThingSpec() {
        this("");
    }

    ThingSpec(final String kind) {
        m_kind = kind;
    }

    String kind() {
        return m_kind;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("kind", m_kind);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_kind = model.getString("kind");
    }

    /** Stores such specs. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ThingSpec> {
    }
}
