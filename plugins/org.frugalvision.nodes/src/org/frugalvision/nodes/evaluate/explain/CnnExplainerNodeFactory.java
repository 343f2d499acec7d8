// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.evaluate.explain;

import org.frugalvision.engine.explain.Explainers;
import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.run.DeviceChoice;
import org.frugalvision.nodes.run.MethodText;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>CNN Explainer</i>. */
public final class CnnExplainerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("CNN Explainer") //
        .icon("cnn-explainer.png") //
        .shortDescription("Shows what in an image a network looks at.") //
        .fullDescription("""
                <p>Draws a heat map over each image: how much each place speaks for a class, by default for the class
                that the network predicts. Choose the column of true classes to see what spoke for them in images that
                were predicted wrong. Connect a list of rows, such as the mistakes of a Scorer, to explain only
                these.</p>
                <p>The image turns gray, so that color is heat alone: from violet (little) over red to yellow (most); at
                the hottest place three quarters of what shows is color, and where there is no heat the image shows as
                it is. Heat goes from 0 to 1 in every image, so colors cannot be compared between images: the
                probability says how sure the network is. Images of 1, 3 and 4 bands of 8 bits show as they are
                (transparent pixels on white), of others the first three bands, or the first alone, stretched from their
                smallest to their largest value.</p>
                <p>The heat is as coarse as the maps of the layer it comes from, which a deep network has few and small
                ones of: it says which part of the image counts, not which pixels. It tells where the network looks,
                never why, nor whether it is right to. If nothing in the layer speaks for the class, the map is cold
                (0 everywhere), and one warning counts such rows.</p>
                <p>Methods:</p>
                """ + MethodText.list(Explainers.infos()) + """
                <p>Rows keep their order and row ID. A row without a readable image, or whose class is missing or
                unknown to the network, gets missing cells, and one warning counts them. Images may differ in size if
                the network has a pooling head.</p>
                """ + DeviceChoice.TEXT) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputPort("Network", "A trained network with convolutions.", NetworkPortObject.TYPE) //
            .addInputTable("Images", "A table with a column of images.") //
            .addInputPort("Rows", "A table (optional): only rows whose row ID occurs in it are explained.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Explained images", "The explained rows of the table with further columns: the explained "
                + "class, the probability that the network gives it (0 to 1), the overlay as a PNG image and, if "
                + "wanted, the heat as a gray PNG image of the size of the image (0 = none, 255 = most).") //
            .addOutputTable("Cost", "What the explanations cost: images that went forward, multiply-adds forward and "
                + "backward, time and an estimate of the energy; not what the network cost before.")) //
        .model(model -> model //
            .parametersClass(CnnExplainerNodeParameters.class) //
            .configure(CnnExplainer::configure) //
            .execute(CnnExplainer::execute)) //
        .nodeType(NodeType.Visualizer) //
        .keywords("Grad-CAM", "Score-CAM", "explain", "heat map", "saliency", "attention", "class activation",
            "interpretability", "XAI");

    /** Called by KNIME. */
    public CnnExplainerNodeFactory() {
        super(NODE);
    }
}
