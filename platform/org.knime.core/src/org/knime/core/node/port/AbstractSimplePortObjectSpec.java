// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.frugalvision.platform.port.ModelEntry;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/**
 * A spec that is stored as model content; subclasses have a public constructor without arguments. Specs of one class
 * are equal if their content is.
 */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    private static final String ENTRY = "content.xml";

    /** Writes the content. */
    protected abstract void save(ModelContentWO model);

    /** Reads the content into this new spec. */
    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object object) {
        return this == object || object != null && getClass() == object.getClass()
            && content().isIdentical(((AbstractSimplePortObjectSpec)object).content());
    }

    @Override
    public int hashCode() {
        return content().toString().hashCode();
    }

    private ModelContent content() {
        final ModelContent model = new ModelContent(ENTRY);
        save(model);
        return model;
    }

    /** Stores model content as one XML entry; subclasses name T and need no body. */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream out) throws IOException {
            ModelEntry.write(out, ENTRY, ((AbstractSimplePortObjectSpec)spec).content());
        }

        @Override
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final T spec = SerializedClass.newInstance(this);
            try {
                spec.load(ModelEntry.read(in, ENTRY));
            } catch (final InvalidSettingsException ex) {
                throw new IOException("Port object spec cannot be read: " + ex.getMessage(), ex);
            }
            return spec;
        }
    }
}
