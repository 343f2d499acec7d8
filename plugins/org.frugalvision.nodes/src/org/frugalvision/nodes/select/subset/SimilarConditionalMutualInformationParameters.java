// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import org.frugalvision.nodes.run.Limits;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;

/** Settings of SIMILAR: like the query, unlike the private images. */
@LoadDefaultsForAbsentFields
final class SimilarConditionalMutualInformationParameters implements NodeParameters {

    /** The choices of the engine, with what people read. */
    enum Function {
            @Label(value = "FLCMI", description = "Facility location.")
            FLCMI, //
            @Label(value = "LogDetCMI", description = "Log-determinant; different from each other, too.")
            LOG_DET_CMI;
    }

    @Widget(title = "Function", description = "How what images tell about the query images is measured.")
    Function m_function = Function.FLCMI;

    @Widget(title = "Weight of the query (eta)", description = """
            How much likeness to the query images counts.
            """)
    @NumberInputWidget(minValidation = Limits.FromHundredth.class, maxValidation = Limits.UpToHundred.class)
    double m_eta = 1;

    @Widget(title = "Weight of the private images (nu)", description = """
            How much likeness to the private images counts.
            """)
    @NumberInputWidget(minValidation = Limits.FromHundredth.class, maxValidation = Limits.UpToHundred.class)
    double m_nu = 1;
}
