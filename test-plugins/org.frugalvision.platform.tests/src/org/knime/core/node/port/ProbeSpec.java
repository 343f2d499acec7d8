// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec with one text. */
public final class ProbeSpec extends AbstractSimplePortObjectSpec {

    private String m_text;

    /** For loading. */
    public ProbeSpec() {
    }

    ProbeSpec(final String text) {
        m_text = text;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addString("text", m_text);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_text = model.getString("text");
    }

    /** Stores the text. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ProbeSpec> {
    }
}
