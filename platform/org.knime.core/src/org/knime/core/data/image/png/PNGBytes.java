// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image.png;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The bytes of a picture behind their number. */
final class PNGBytes {

    private PNGBytes() {
    }

    static void write(final PNGImageContent content, final DataOutput output) throws IOException {
        output.writeInt(content.getByteArrayReference().length);
        output.write(content.getByteArrayReference());
    }

    static PNGImageContent read(final DataInput input) throws IOException {
        final byte[] bytes = new byte[input.readInt()];
        input.readFully(bytes);
        return PNGImageContent.ofChecked(bytes);
    }
}
