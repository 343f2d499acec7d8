// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port.image;

import org.knime.core.data.DataType;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/** The kind of a picture. */
public final class ImagePortObjectSpec extends AbstractSimplePortObjectSpec {

    private static final String TYPE = "type";

    private DataType m_type;

    /** For {@link Serializer}. */
    public ImagePortObjectSpec() {
    }

    /** A picture of which the cell has the type. */
    public ImagePortObjectSpec(final DataType type) {
        m_type = type;
    }

    /** The type of the cell. */
    public DataType getDataType() {
        return m_type;
    }

    @Override
    protected void save(final ModelContentWO model) {
        model.addDataType(TYPE, m_type);
    }

    @Override
    protected void load(final ModelContentRO model) throws InvalidSettingsException {
        m_type = model.getDataType(TYPE);
    }

    /** Stores the type. */
    public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<ImagePortObjectSpec> {
    }
}
