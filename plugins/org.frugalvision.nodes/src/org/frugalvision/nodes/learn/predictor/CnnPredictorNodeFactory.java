// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Predictor</i>. */
public final class CnnPredictorNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Predictor") //
        .icon("cnn-predictor.png") //
        .shortDescription("Predicts the class of images with a trained network.") //
        .fullDescription("""
                <p>Sends each image of a table through a trained network and appends the most probable class and, if
                wanted, the probability of each class. KNIME's Scorer, ROC Curve and the scorers of the Active
                Learning extension understand these columns. Of equally probable classes the first is predicted.</p>
                <p>Rows keep their order and row ID. A row without a readable image gets missing cells, and one
                warning counts them. An image of another size than the network's stops the node, unless the network has
                a pooling head and so takes images of any size; each size is prepared for some 0.1 seconds.</p>
                <p>Memory does not grow with the number of rows: at most 4,096 rows or 64 MB of images are held at a
                time.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network.", NetworkPortObject.TYPE) //
            .addInputTable("Images", "A table with a column of images.") //
            .addOutputTable("Predictions", "The input table with the prediction columns appended.") //
            .addOutputTable("Cost", "What the predictions cost: images, multiply-adds, time and an estimate of the "
                + "energy, missing where nothing was estimated; not what the network cost before. The same images "
                + "through the same network count once, whoever asks.")) //
        .model(model -> model //
            .parametersClass(CnnPredictorNodeParameters.class) //
            .configure(CnnPredictor::configure) //
            .execute(CnnPredictor::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("deep learning", "inference", "classify images", "apply network", "DL4J");

    /** Called by KNIME. */
    public CnnPredictorNodeFactory() {
        super(NODE);
    }
}
