// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of SIMILAR: like the query. */
@LoadDefaultsForAbsentFields
final class SimilarMutualInformationParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Function {
            @Label(value = "FLQMI",
                description = "Facility location over the query images: every query image gets an image like it.")
            FLQMI, //
            @Label(value = "FLVMI",
                description = "Facility location over the images to choose from, as far as they are like the "
                    + "query images.")
            FLVMI, //
            @Label(value = "GCMI",
                description = "Graph cut: the images most like all query images, however like each other they are.")
            GCMI, //
            @Label(value = "COM",
                description = "Concave over modular: as GCMI, but with ever less for more of the same.")
            COM, //
            @Label(value = "LogDetMI",
                description = "Log-determinant: like the query images, and different from each other.")
            LOG_DET_MI;
    }

    @Widget(title = "Function", description = "How what images tell about the query images is measured.")
    Function m_function = Function.FLQMI;

    @Widget(title = "Weight of the query (eta)", description = """
            How much likeness to the query images counts; GCMI does not read it.
            """)
    @NumberInputWidget(minValidation = Limits.FromHundredth.class, maxValidation = Limits.UpToHundred.class)
    double m_eta = 1;
}
