// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

/**
 * The output of a foreign layer in our graph.
 *
 * @param node name of the node that computes it
 * @param order in which order a flattened image is read
 * @param exclusive whether one later layer takes it at most
 * @param probabilities whether it is behind the softmax, where networks of ours have ended
 */
record Value(String node, Order order, boolean exclusive, boolean probabilities) {

    /** How an image became a vector. */
    enum Order {
            /** It did not. */
            NONE,
            /** Channel after channel. */
            CHANNELS_FIRST,
            /** Pixel after pixel. */
            CHANNELS_LAST
    }

    static Value of(final String node) {
        return new Value(node, Order.NONE, true, false);
    }

    Value flattened(final Order newOrder) {
        return new Value(node, newOrder, exclusive, probabilities);
    }

    Value shared() {
        return new Value(node, order, false, probabilities);
    }

    Value ended() {
        return new Value(node, order, exclusive, true);
    }
}
