// SPDX-License-Identifier: Apache-2.0
/** Interactive views: pages of their own text, data included. */
package org.frugalvision.nodes.view;
