// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import java.util.List;

import org.frugalvision.nodes.image.MultiBandImageValue;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.image.png.PNGImageValue;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** The kinds of cells that nodes take for images. */
public final class ImageTypes {

    /** PNG images and multi-band images. */
    static final List<Class<? extends DataValue>> ALL = List.of(PNGImageValue.class, MultiBandImageValue.class);

    private ImageTypes() {
    }

    /**
     * @param spec of a table
     * @return the name of the first column of images, empty if there is none
     */
    public static String firstColumn(final DataTableSpec spec) {
        return ColumnSelectionUtil.getFirstCompatibleColumn(spec, ALL).map(column -> column.getName()).orElse("");
    }
}
