// Of Slack's charts its types know nothing yet; this is its reference page,
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, as far as Lectern draws.
export interface DataVisualizationBlock {
  type: 'data_visualization';
  block_id?: string;
  title: string;
  chart: {
    type: 'bar' | 'line' | 'area';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
}
