// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.learn.learner;

import java.util.function.Function;

import org.frugalvision.engine.train.Schedules;
import org.frugalvision.engine.train.Updaters;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.port.TrainingRecipePortObject;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.MethodText;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Learner</i>. */
public final class CnnLearnerNodeFactory extends DefaultNodeFactory {

    /** One for each node, as its page is. */
    private static final Function<ViewPage, DefaultNode> NODE = page -> DefaultNode.create() //
        .name("CNN Learner") //
        .icon("cnn-learner.png") //
        .shortDescription("Trains a convolutional neural network on labeled images.") //
        .fullDescription("""
                <p>Trains the connected network on the images and labels of a table, with the cross-entropy
                loss. An untrained network from a CNN Architecture node is fitted to the size of the
                images and the number of classes; a trained network is trained further; if the
                table has other classes than it knows, it gets a new last layer for them and keeps all it has learned
                below.</p>
                <p><b>Several labels.</b> If the label column holds lists of strings, an image may have several labels,
                or none. Each class is then learned by itself, by binary cross-entropy after a sigmoid, summed over the
                classes, and the accuracy is the share of images whose labels are all right at a threshold of 0.5. A
                missing list is skipped like a missing label; an empty one is an image without label. Class weights, a
                weight column and methods that need one class per image are refused.</p>
                <p>The same seed, data and settings give the same network, bit for bit, on any number of cores; the
                summary of the network port shows a hash by which two networks can be compared. Every network says what
                it cost: images trained, steps, multiply-adds, memory, seconds, and an estimate of the energy. What it
                is going to cost is told as soon as the first batches are done, in the first message of the
                progress.</p>
                <p>Rows without a readable image or without a label are skipped, and one warning counts them. At
                least two classes must have images. The node can be canceled at any batch; it then keeps nothing but
                the checkpoint of the last epoch, if a folder for it is named. A training that was canceled, failed or
                lost its machine goes on from its checkpoint when the node is executed again, and gives the same
                network, bit for bit; a checkpoint of other settings or images is refused. The folder is an absolute
                path, or one relative to the folder of the workflow.</p>
                """ + DeviceChoice.TEXT + """
                <p>The optimizers:</p>
                """ + MethodText.list(Updaters.infos()) + "<p>The schedules of the learning rate:</p>"
                + MethodText.list(Schedules.infos())) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "An untrained network, or a trained one to train further.",
                NetworkPortObject.TYPE) //
            .addInputTable("Training images", "A table with a column of images and a column of labels.") //
            .addInputPort("Validation images", "A table with the same two columns (optional): loss and accuracy on its "
                + "images are measured after every epoch; nothing is trained on them.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Training recipe", "Methods that take part in the training (optional), from CNN Training "
                + "Recipe nodes.", TrainingRecipePortObject.TYPE_OPTIONAL) //
            .addOutputPort("Trained network", "The network after the last epoch; with early stopping, or "
                + "with a budget and validation images, of the best one.", NetworkPortObject.TYPE) //
            .addOutputTable("Epochs", "One row per epoch: loss and accuracy on the training images while they were "
                + "trained on (no accuracy if a method mixes images, as then no single class is right), "
                + "the same on the validation images after the epoch, images and steps in the epoch, last learning "
                + "rate, seconds.") //
            .addOutputTable("Cost", "What the network cost so far, one row per piece of work and their total; "
                + "then what this training was expected to cost when its first batches were done, which the total "
                + "leaves out. Memory, seconds and watt-hours depend on the machine; everything else does not. "
                + "What was not estimated is missing.") //
            .addOutputPort("Learning curve", "A picture of loss and accuracy, epoch by epoch.", ImagePortObject.TYPE) //
            .addOutputTable("Outcomes per image", "What methods of the recipe found out about each training image, "
                + "such as how often it was forgotten: one row per image, by its row ID. Empty without such "
                + "methods.")) //
        .model(model -> model //
            .parametersClass(CnnLearnerNodeParameters.class) //
            .configure(CnnLearner::configure) //
            .execute(CnnLearner::execute)) //
        .addView(view -> page.declare(view, LearnerView.DESCRIPTION)) //
        .nodeType(NodeType.Learner) //
        .keywords("deep learning", "convolutional neural network", "train", "image classification", "DL4J", "Adam");

    /** Called by KNIME. */
    public CnnLearnerNodeFactory() {
        super(NODE.apply(LearnerView.page()));
    }
}
