// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;

/** Settings of disparity. */
@LoadDefaultsForAbsentFields
final class DisparityParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Distances {
            @Label(value = "All", description = "The sum of the distances to all of them.")
            SUM, //
            @Label(value = "Smallest", description = "The distance to the nearest of them.")
            LEAST;
    }

    @Widget(title = "Distances", description = "Which distances to the images chosen before count.")
    Distances m_distances = Distances.SUM;
}
