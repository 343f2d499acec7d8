// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.select.subset;

import java.util.function.Function;

import org.frugalvision.nodes.port.NetworkPortObject;
import org.frugalvision.nodes.view.ViewPage;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Subset Selector</i>. */
public final class ImageSubsetSelectorNodeFactory extends DefaultNodeFactory {

    /** One for each node, as its page is. */
    private static final Function<ViewPage, DefaultNode> NODE = page -> DefaultNode.create() //
        .name("Image Subset Selector") //
        .icon("image-subset-selector.png") //
        .shortDescription("Chooses the images of a table that are worth labeling or training on.") //
        .fullDescription("""
                <p>Chooses a given number of images and parts the table into selected and remaining rows; both keep
                the order of the table. Always compare a method with <i>Random</i> at the same budget: which of them
                wins depends on the budget, as the measurements below show, and choosing costs time and often labels,
                too.</p>
                <p>Rows that a method cannot judge, because the image or the label it needs is missing or not
                readable, are never selected; one warning counts them.</p>
                <p>The methods:</p>
                """ + ImageSubsetSelector.descriptions()) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports //
            .addInputTable("Images",
                "A table with a column of images and, for methods that need them, labels.") //
            .addInputPort("Network", "A trained network (optional), for methods that need its probabilities or "
                + "embeddings and find them in no column.", NetworkPortObject.TYPE_OPTIONAL) //
            .addInputPort("Already selected", "Images that were selected before (optional): they are not chosen again, "
                + "and methods that say so go on from them. Columns have the names they have in the table of images.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Query", "Images like those that are wanted (optional), for methods that need query images.",
                BufferedDataTable.TYPE_OPTIONAL) //
            .addInputPort("Private", "Images unlike those that are wanted (optional), for methods that need private "
                + "images.", BufferedDataTable.TYPE_OPTIONAL) //
            .addOutputTable("Selected", "The chosen rows; with the weight of each if the method gives weights, which "
                + "a CNN Learner can train with.") //
            .addOutputTable("Remaining", "All other rows.") //
            .addOutputTable("Cost", "What the selection cost: its time, passes through the network, and the labels of "
                + "images that the method looked at without choosing them; missing where nothing was estimated.")) //
        .model(model -> model //
            .parametersClass(ImageSubsetSelectorNodeParameters.class) //
            .configure(ImageSubsetSelector::configure) //
            .execute(ImageSubsetSelector::execute)) //
        .addView(view -> page.declare(view, SelectionView.DESCRIPTION)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("coreset", "sampling", "active learning", "herding", "random", "stratified", "data reduction");

    /** Called by KNIME. */
    public ImageSubsetSelectorNodeFactory() {
        super(NODE.apply(SelectionView.page()));
    }
}
