// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.core.data.DataColumnSpec;
import org.knime.node.parameters.widget.choices.util.FilteredInputTableColumnsProvider;

/** Offers all columns of the first input table but those of images, whose values nobody compares or reads. */
public final class ValueColumnsProvider implements FilteredInputTableColumnsProvider {

    @Override
    public boolean isIncluded(final DataColumnSpec column) {
        return ImageTypes.ALL.stream().noneMatch(column.getType()::isCompatible);
    }
}
