// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** Settings of sparse loss approximation. */
@LoadDefaultsForAbsentFields
final class SparseApproximationParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Solver {
            @Label(value = "Greedy", description = "Image by image.")
            GREEDY, //
            @Label(value = "Iterative thresholding", description = "All at once, in 50 steps.")
            ITERATIVE_THRESHOLDING;
    }

    @Widget(title = "Solver", description = "How images and weights are found.")
    Solver m_solver = Solver.GREEDY;

    @Widget(title = "Weight of being unsure (0 = none)", description = """
            How much it counts that the network is not sure of an image.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Limits.UpToHundred.class)
    double m_uncertainty = 1;
}
