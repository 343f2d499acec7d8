// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.table;

import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;

/** Offers the columns of images of the first input table. */
public class ImageColumnsProvider extends CompatibleColumnsProvider {

    /** Called by KNIME's dialog. */
    public ImageColumnsProvider() {
        super(ImageTypes.ALL);
    }

    /** The same for nodes whose first port is a network and whose second is the table. */
    public static final class OfSecondPort extends ImageColumnsProvider {

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }
}
