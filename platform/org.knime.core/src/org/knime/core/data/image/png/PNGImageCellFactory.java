// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.IOException;
import java.io.InputStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;

/** Makes image cells of PNG bytes. */
public class PNGImageCellFactory {

    /** The type of the cells. */
    public static final DataType TYPE = PNGImageContent.TYPE;

    /** @throws IllegalArgumentException if the bytes are no PNG picture */
    public static DataCell create(final byte[] bytes) {
        return new PNGImageContent(bytes).toImageCell();
    }

    /** @throws IllegalArgumentException if the bytes are no PNG picture */
    public static DataCell create(final InputStream in) throws IOException {
        return new PNGImageContent(in).toImageCell();
    }
}
