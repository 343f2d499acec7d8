// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.predictor;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.DeviceChoice;
import org.knime.core.node.BufferedDataTable;
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
                <p>The probabilities are named after the prediction column: "Prediction (label)" has "P (label=class)",
                and a column with a name that is not of that form stands for "label" itself: "Guess" has
                "P (Guess=class)". So the Image Classification Scorer knows what belongs together. The embedding takes
                no second pass through the network. Confidence and most probable classes are those after a prior
                correction. The loss is the negative natural logarithm of the probability of the
                true class.</p>
                <p><b>Several labels.</b> A network that was trained on lists of labels tells for each class by itself
                how probable it is that the image belongs to it: the probabilities of a row do not sum to 1, and the
                prediction is a list of all labels whose probability is above their threshold, in the order of the
                classes, or an empty list. The threshold is 0.5 unless set or connected; a Multi-label Scorer finds
                one for each class. The confidence is then the highest of the probabilities, whether above its
                threshold or not, and the loss the sum over the classes of the negative natural logarithms of the
                probabilities of what is true, label or no label.</p>
                <p><b>Prior correction</b> multiplies each probability by (target share / training share) and makes the
                sum 1 again (Buda, Maki and Mazurowski 2018); the network knows the training shares. Overall accuracy
                falls if the classes that it helps are rare where the network is used, too. A class without training
                images always gets the probability 0. For the loss, corrected probabilities below 1e-15 count as 1e-15,
                so that no loss is infinite: a class without training images, or with the target share 0, has the loss
                34.54.</p>
                <p><b>Confidence cascade.</b> The largest probability before a prior correction decides; one that is
                equal to the threshold is enough. Class, probabilities, embedding and loss are those of the pass that
                was kept. A column "Relative cost" has the multiply-adds of all passes of the image as a share of one
                pass in full; its mean tells what the cascade saved, and a warning tells if that is nothing (after Zhu
                and others 2021, Dynamic Resolution Network, without their second network). Verdict: not worth it for a
                network that was trained on images of one size. ResNet-8 on Fashion-MNIST fell from 0.84 to 0.70 and
                from 0.77 to 0.73 (two seeds) at the default threshold, at 0.92 and 1.03 of the cost; trained on full
                and halved images in turn (CNN Learners one behind the other), it kept its accuracy (0.83 to 0.84) at
                0.72 and 0.89 of the cost.</p>
                <p><b>Second level of a hierarchy.</b> Where some classes look alike, a first network can take them
                for one class and a second one, trained on their images alone, tells them apart (Ma and others 2023,
                HIWL). Connect the table with the predictions of the first network, choose its column as the earlier
                prediction, and enter the class to refine: only rows of that class go through the network and count as
                its cost. The appended column has the prediction of the second network for these rows and the earlier
                one for all others, so an error of the first level stays; nothing else is appended, because other rows
                would have none of it. Give the column a name of its own, such as "Prediction (two levels)", and
                refine further classes by further CNN Predictors, one behind the other. The workflow "15 Two levels"
                shows it beside flat networks, with all costs.</p>
                """ + DeviceChoice.TEXT + """
                <p>Memory does not grow with the number of rows: at most 4,096 rows or 64 MB of images are held at a
                time.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network.", NetworkPortObject.TYPE) //
            .addInputTable("Images", "A table with a column of images.") //
            .addInputPort("Given thresholds", "A table with the columns \"Class\" and \"Threshold\" (0 to 1), as a "
                + "Multi-label"
                + " Scorer makes it (optional): for networks that tell several labels per image.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Earlier costs", "A cost table (optional), such as that of the network of a first level or "
                + "of its predictions: its rows come first in the output.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Predictions", "The input table with the prediction columns appended.") //
            .addOutputTable("Cost", "What the predictions cost: images, multiply-adds, time and an estimate of the "
                + "energy, missing where nothing was estimated; not what the network cost before. The same images "
                + "through the same network count once, whoever asks.")) //
        .model(model -> model //
            .parametersClass(CnnPredictorNodeParameters.class) //
            .configure(CnnPredictor::configure) //
            .execute(CnnPredictor::execute)) //
        .nodeType(NodeType.Predictor) //
        .keywords("deep learning", "inference", "classify images", "apply network", "DL4J",
            "top-5", "confidence");

    /** Called by KNIME. */
    public CnnPredictorNodeFactory() {
        super(NODE);
    }
}
