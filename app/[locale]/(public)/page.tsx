export default function HomePage() {
  return <h1>Baobab</h1>
}
