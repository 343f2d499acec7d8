// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import org.knime.core.data.DataValue;

/** A cell with a picture. */
public interface ImageValue extends DataValue {

    /** The picture. */
    ImageContent getImageContent();

    /** The usual file extension, without dot. */
    String getImageExtension();
}
