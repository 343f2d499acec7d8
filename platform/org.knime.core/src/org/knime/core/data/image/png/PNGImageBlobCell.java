// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;
import org.knime.core.data.container.BlobDataCell;

/** A PNG picture that is stored beside the rows. Made by {@link PNGImageContent#toImageCell()}. */
public class PNGImageBlobCell extends BlobDataCell implements PNGImageValue {

    private final PNGImageContent m_content;

    PNGImageBlobCell(final PNGImageContent content) {
        m_content = content;
    }

    /** Stores the bytes. */
    public static DataCellSerializer<PNGImageBlobCell> getCellSerializer() {
        return new PNGSerializer();
    }

    @Override
    public PNGImageContent getImageContent() {
        return m_content;
    }

    @Override
    public String getImageExtension() {
        return "png";
    }

    @Override
    protected boolean equalsDataCell(final DataCell cell) {
        return equalContent((PNGImageValue)cell);
    }

    @Override
    protected boolean equalContent(final DataValue value) {
        return m_content.equals(((PNGImageValue)value).getImageContent());
    }

    @Override
    public int hashCode() {
        return m_content.hashCode();
    }

    @Override
    public String toString() {
        return m_content.getSummary();
    }

    /** Stores the bytes. */
    public static final class PNGSerializer implements DataCellSerializer<PNGImageBlobCell> {

        @Override
        public void serialize(final PNGImageBlobCell cell, final DataCellDataOutput output) throws IOException {
            PNGBytes.write(cell.m_content, output);
        }

        @Override
        public PNGImageBlobCell deserialize(final DataCellDataInput input) throws IOException {
            return new PNGImageBlobCell(PNGBytes.read(input));
        }
    }
}
