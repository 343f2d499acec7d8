// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** The picture in an image cell or port. */
public interface ImageContent {

    /** Paints the picture, scaled to the size. */
    void paint(Graphics2D graphics, int width, int height);

    /** The size in pixels. */
    Dimension getPreferredSize();

    /** A cell with this picture. */
    DataCell toImageCell();

    /** Writes the picture in its own format; the stream stays open. */
    void save(OutputStream out) throws IOException;

    /** One line for the user. */
    String getSummary();
}
