// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.finder;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Learning Rate Finder</i>. */
public final class LearningRateFinderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Learning Rate Finder") //
        .icon("learning-rate-finder.png") //
        .shortDescription("Suggests a learning rate from one short training with rising rates.") //
        .fullDescription("""
                <p>Trains a copy of the network for some updates while the learning rate rises by the same factor from
                update to update (Smith 2017, arXiv:1506.01186). The loss falls, stays, and rises again where the rate
                is too high. Suggested is a tenth of the rate at which the smoothed loss was lowest; the copy is thrown
                away. The test ends early once the smoothed loss is four times its lowest value, or is no finite
                number.</p>
                <p>Take the batch size and the optimizer of the training you want the rate for: they change it. A single
                test is noisy; look at the picture, and read the suggestion as a power of ten rather than as a
                number.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "An architecture, or a trained network that shall be trained on.",
                NetworkPortObject.TYPE) //
            .addInputTable("Training images", "Labeled images.") //
            .addOutputTable("Suggestion", """
                    One row with the suggested learning rate, for example for a Table Row to Variable node.
                    """) //
            .addOutputTable("Updates", "Learning rate, loss and smoothed loss of each update.") //
            .addOutputTable("Cost", "What the test cost.") //
            .addOutputPort("Loss by learning rate", "The smoothed loss, and the suggested rate on it.",
                ImagePortObject.TYPE)) //
        .model(model -> model //
            .parametersClass(LearningRateFinderNodeParameters.class) //
            .configure(LearningRateFinder::configure) //
            .execute(LearningRateFinder::execute)) //
        .nodeType(NodeType.Learner) //
        .keywords("learning rate", "range test", "LR finder", "tuning", "step size");

    /** Called by KNIME. */
    public LearningRateFinderNodeFactory() {
        super(NODE);
    }
}
